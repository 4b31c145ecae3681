package cutscore.server.access;

import com.webauthn4j.util.exception.WebAuthnException;
import cutscore.kernel.Unreadable;
import cutscore.server.database.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (WebAuthn level 2): kept on the device, unlocked there, checked here. They find their
 * account by themselves, so nobody types who they are, and belong to the one address we come by.
 */
@Component
class Passkeys {
    private static final String TO_SHOW = "passkey-to-show";
    private static final String TO_MAKE = "passkey-to-make";
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SHOWN =
            new TypeReference<>() {};

    private final PasskeyTable table;
    private final PasskeyOwners owners;
    private final Contacts contacts;
    private final Patience patience;
    private final ApplicationEventPublisher events;
    private final @Nullable String origin;
    private final boolean secure;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(
            PasskeyTable table,
            PasskeyOwners owners,
            Contacts contacts,
            Patience patience,
            ApplicationEventPublisher events,
            AccessSettings access,
            Settings settings) {
        this.table = table;
        this.owners = owners;
        this.contacts = contacts;
        this.patience = patience;
        this.events = events;
        this.origin = access.origin();
        this.secure = access.isSecure(settings);
    }

    /** Whether a browser can use one at this address: never at a bare number. */
    boolean areOffered(HttpServletRequest request) {
        return origin(request).isPresent();
    }

    private Optional<String> origin(HttpServletRequest request) {
        if (origin != null || secure) {
            return Optional.ofNullable(origin);
        }
        String host = Optional.ofNullable(request.getHeader(HttpHeaders.HOST)).orElse("");
        return host.matches("localhost(:\\d{1,5})?")
                ? Optional.of("http://" + host)
                : Optional.empty();
    }

    private Webauthn4JRelyingPartyOperations at(HttpServletRequest request) {
        String here = origin(request).orElseThrow(Passkeys::notTaken);
        var party =
                PublicKeyCredentialRpEntity.builder()
                        .id(URI.create(here).getHost())
                        .name("划线 Cutscore")
                        .build();
        var operations = new Webauthn4JRelyingPartyOperations(owners, table, party, Set.of(here));
        operations.setCustomizeCreationOptions(
                options ->
                        options.authenticatorSelection(
                                AuthenticatorSelectionCriteria.builder()
                                        .residentKey(ResidentKeyRequirement.REQUIRED)
                                        .userVerification(UserVerificationRequirement.REQUIRED)
                                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private PublicKeyCredentialCreationOptions toMake(HttpServletRequest request, UUID account) {
        var owner =
                UsernamePasswordAuthenticationToken.authenticated(
                        account.toString(), null, List.of());
        return at(request)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
    }

    private PublicKeyCredentialRequestOptions toShow(HttpServletRequest request) {
        return at(request).createCredentialRequestOptions(() -> null);
    }

    /** Asks this browser's session a question; a second one takes its place. */
    String ask(HttpServletRequest request) {
        var options = toShow(request);
        request.getSession().setAttribute(TO_SHOW, options);
        return json(options);
    }

    /**
     * Whose passkey answers the question that this browser was asked; each is answered once, and a
     * second answer finds none.
     */
    Optional<UUID> answered(HttpServletRequest request, String credential) {
        var session = request.getSession();
        var asked = session.getAttribute(TO_SHOW);
        session.removeAttribute(TO_SHOW);
        return asked instanceof PublicKeyCredentialRequestOptions options
                ? owner(request, options, credential)
                : Optional.empty();
    }

    /** What to make a new one from; the session keeps it for {@link #made}. */
    String askFor(HttpServletRequest request, UUID account) {
        var options = toMake(request, account);
        request.getSession().setAttribute(TO_MAKE, options);
        return json(options);
    }

    /**
     * Keeps what the browser made of the question, once.
     *
     * @throws NoSuchElementException when it was asked nothing
     */
    @Transactional
    public void made(HttpServletRequest request, String credential, String label, SignedIn owner) {
        var session = request.getSession();
        var asked = session.getAttribute(TO_MAKE);
        session.removeAttribute(TO_MAKE);
        if (!(asked instanceof PublicKeyCredentialCreationOptions options)) {
            throw new NoSuchElementException("no passkey was asked for");
        }
        keep(request, options, credential, label, owner);
    }

    private String json(Object options) {
        return json.writeValueAsString(options);
    }

    /**
     * Keeps a new one and has its owner told.
     *
     * @param made what the browser answered, JSON
     * @throws Unreadable when it does not answer the question, or is known already
     */
    private void keep(
            HttpServletRequest request,
            PublicKeyCredentialCreationOptions asked,
            String made,
            String label,
            SignedIn owner) {
        var account = owner.id();
        if (!asked.getUser().getId().equals(PasskeyTable.handle(account))) {
            throw notTaken();
        }
        try {
            var key = new RelyingPartyPublicKey(json.readValue(made, MADE), label);
            at(request)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(asked, key));
        } catch (JacksonException | WebAuthnException | IllegalArgumentException wrong) {
            throw notTaken();
        }
        switch (owner) {
            case SignedIn.AsOfficer _ ->
                    patience.note(Patience.Outcome.FACTOR_ADDED, account, null);
            case SignedIn.AsExaminee _ ->
                    events.publishEvent(
                            new AccountChanged(
                                    account,
                                    AccountChanged.What.PASSKEY_ADDED,
                                    contacts.of(account)));
        }
    }

    /**
     * @return whose it is, when it answers the question
     */
    private Optional<UUID> owner(
            HttpServletRequest request, PublicKeyCredentialRequestOptions asked, String shown) {
        try {
            var answer = new RelyingPartyAuthenticationRequest(asked, json.readValue(shown, SHOWN));
            var owner = at(request).authenticate(answer);
            return Optional.of(PasskeyTable.account(owner.getId()));
        } catch (JacksonException | WebAuthnException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static Unreadable notTaken() {
        return new Unreadable(
                RosterFacts.fault(
                        "PASSKEY",
                        "这个通行密钥没有添加成功",
                        "this passkey was not added",
                        "再试一次；也可以继续用口令或验证码",
                        "try again; a password or a code go on working"));
    }
}
