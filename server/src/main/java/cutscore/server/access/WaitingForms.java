package cutscore.server.access;

import cutscore.server.web.ErrorAnswer;
import cutscore.server.web.Page;
import cutscore.server.web.Visit;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Forms that arrive when their sign-in is over: each waits on the page that says so, and goes on
 * with one press once the same person has signed in again. Nothing is kept on the server; a keyed
 * digest in the form says whose it is, so that nobody sends it who did not fill it in.
 */
@Component
class WaitingForms implements ErrorAnswer {
    /** The field that says who filled it in. */
    static final String TYPED_BY = "typed-by";

    private static final String KEPT = WaitingForm.class.getName();
    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_FIELDS = 1_000;

    /** Never written into a page, not even into that of who typed them. */
    private static final Set<String> SECRETS =
            Set.of("password", "current", "code", "credential", StepUpGuard.CREDENTIAL);

    private final ContactVault vault;
    private final SignInCookie cookie;
    private final SignIns signIns;

    WaitingForms(ContactVault vault, SignInCookie cookie, SignIns signIns) {
        this.vault = vault;
        this.cookie = cookie;
        this.signIns = signIns;
    }

    /** Before the request is refused: what the page of the refusal will hold. */
    void keep(HttpServletRequest request) {
        request.setAttribute(
                KEPT,
                cookie.sent(request)
                        .flatMap(signIns::owner)
                        .flatMap(owner -> waiting(request, owner))
                        .orElseGet(() -> WaitingForm.gone(WaitingForm.Fate.NOT_KEPT)));
    }

    /** Whether the form is another person's; then the page of the refusal says so. */
    boolean isOfAnother(HttpServletRequest request, UUID here) {
        String typedBy = request.getParameter(TYPED_BY);
        boolean another =
                typedBy != null
                        && !MessageDigest.isEqual(
                                typedBy.getBytes(StandardCharsets.UTF_8),
                                seal(here, request.getRequestURI())
                                        .getBytes(StandardCharsets.UTF_8));
        if (another) {
            request.setAttribute(KEPT, WaitingForm.gone(WaitingForm.Fate.OF_ANOTHER));
        }
        return another;
    }

    @Override
    public Optional<Page> instead(HttpStatus code, HttpServletRequest request, Visit at) {
        return request.getAttribute(KEPT) instanceof WaitingForm form
                ? Optional.of(
                        Page.of((out, plain) -> JtewaitingGenerated.render(out, plain, at, form)))
                : Optional.empty();
    }

    private String seal(UUID account, String path) {
        return HexFormat.of().formatHex(vault.mac("typed by\n" + account + "\n" + path));
    }

    private Optional<WaitingForm> waiting(HttpServletRequest request, UUID owner) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap()
                .forEach((name, values) -> fields.put(name, Arrays.asList(values)));
        List.of("_csrf", StepUpGuard.CODE).forEach(fields::remove);
        if (fields.keySet().stream().anyMatch(SECRETS::contains) || isTooLarge(fields)) {
            return Optional.empty();
        }
        String path = request.getRequestURI();
        // One that waits already stays its writer's, whoever was signed in here meanwhile.
        fields.putIfAbsent(TYPED_BY, List.of(seal(owner, path)));
        String type = String.valueOf(request.getContentType());
        boolean multipart = type.startsWith("multipart/");
        var files = multipart ? files(request) : List.<WaitingForm.Chosen>of();
        return Optional.of(new WaitingForm(WaitingForm.Fate.WAITS, path, fields, files, multipart));
    }

    private static boolean isTooLarge(Map<String, List<String>> fields) {
        long values = fields.values().stream().mapToLong(List::size).sum();
        long characters =
                fields.entrySet().stream()
                        .flatMapToInt(
                                field ->
                                        field.getValue().stream()
                                                .mapToInt(
                                                        value ->
                                                                field.getKey().length()
                                                                        + value.length()))
                        .asLongStream()
                        .sum();
        return values > MOST_FIELDS || characters > MOST_CHARACTERS;
    }

    private static List<WaitingForm.Chosen> files(HttpServletRequest request) {
        try {
            return request.getParts().stream()
                    .filter(part -> part.getSubmittedFileName() != null)
                    .map(WaitingForms::chosen)
                    .toList();
        } catch (IOException | ServletException | IllegalStateException unreadable) {
            return List.of();
        }
    }

    private static WaitingForm.Chosen chosen(Part part) {
        return new WaitingForm.Chosen(
                part.getName(), Optional.ofNullable(part.getSubmittedFileName()).orElse(""));
    }
}
