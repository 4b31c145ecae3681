package cutscore.server.access;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * The owner of a passkey as WebAuthn knows him: the account's id and a name for the device's own
 * list: of an examinee the admission number's last signs, of an officer the name.
 */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
    private final ExamineeAccountTable accounts;
    private final OfficerTable officers;

    PasskeyOwners(ExamineeAccountTable accounts, OfficerTable officers) {
        this.accounts = accounts;
        this.officers = officers;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return owner(PasskeyTable.account(id)).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return owner(UUID.fromString(account)).orElse(null);
    }

    private Optional<PublicKeyCredentialUserEntity> owner(UUID id) {
        return accounts.find(id)
                .map(
                        account -> {
                            var sitting =
                                    new Sitting(account.session(), account.admissionNumber(), "");
                            return sitting.maskedNumber();
                        })
                .or(() -> officers.find(id).map(Officer::name))
                .map(
                        name ->
                                ImmutablePublicKeyCredentialUserEntity.builder()
                                        .id(PasskeyTable.handle(id))
                                        .name(name)
                                        .displayName(name)
                                        .build());
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        // Accounts are opened elsewhere.
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("accounts are not deleted by their passkeys");
    }
}
