package cutscore.server.access;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/**
 * Passkeys of examinees and officers in the schema {@code access}; the user handle is the account's
 * id.
 */
@Component
class PasskeyTable implements UserCredentialRepository {
    private static final String ALL = "SELECT * FROM access.passkey";

    private final JdbcClient sql;
    private final InstantSource clock;

    PasskeyTable(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    static Bytes handle(UUID account) {
        return new Bytes(
                ByteBuffer.allocate(16)
                        .putLong(account.getMostSignificantBits())
                        .putLong(account.getLeastSignificantBits())
                        .array());
    }

    /**
     * @throws IllegalArgumentException when it is none of ours
     */
    static UUID account(Bytes handle) {
        byte[] bytes = handle.getBytes();
        if (bytes.length != 16) {
            throw new IllegalArgumentException("not a user handle");
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    List<PasskeyLine> of(UUID account) {
        return sql.sql(ALL + " WHERE account = :account ORDER BY created_at, id")
                .param("account", account)
                .query(
                        (row, _) ->
                                new PasskeyLine(
                                        new Bytes(row.getBytes("id")).toBase64UrlString(),
                                        row.getString("label"),
                                        row.getObject("created_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    boolean remove(UUID account, String id) {
        return sql.sql("DELETE FROM access.passkey WHERE id = :id AND account = :account")
                        .param("id", Bytes.fromBase64(id).getBytes())
                        .param("account", account)
                        .update()
                > 0;
    }

    @Override
    public void delete(Bytes credentialId) {
        sql.sql("DELETE FROM access.passkey WHERE id = :id")
                .param("id", credentialId.getBytes())
                .update();
    }

    /** A new one, or an old one that was used: then only counter, backup and hour change. */
    @Override
    public void save(CredentialRecord passkey) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.sql(
                        """
                        INSERT INTO access.passkey (id, account, label, public_key, attestation,
                            client, transports, sign_count, verified, eligible, backed_up,
                            created_at, used_at)
                        VALUES (:id, :account, :label, :key, :attestation, :client, :transports,
                            :count, :verified, :eligible, :backedUp, :now, :now)
                        ON CONFLICT (id) DO UPDATE SET sign_count = excluded.sign_count,
                            verified = excluded.verified, backed_up = excluded.backed_up,
                            used_at = excluded.used_at
                          WHERE access.passkey.account = excluded.account
                        """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("account", account(passkey.getUserEntityUserId()))
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("client", bytes(passkey.getAttestationClientDataJSON()))
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(",")))
                .param("count", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized())
                .param("eligible", passkey.isBackupEligible())
                .param("backedUp", passkey.isBackupState())
                .param("now", now)
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return sql.sql(ALL + " WHERE id = :id")
                .param("id", credentialId.getBytes())
                .query((row, _) -> passkey(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return sql.sql(ALL + " WHERE account = :account ORDER BY created_at")
                .param("account", account(userId))
                .query((row, _) -> passkey(row))
                .list();
    }

    private static byte[] bytes(@Nullable Bytes given) {
        return given == null ? new byte[0] : given.getBytes();
    }

    private static CredentialRecord passkey(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("id")))
                .userEntityUserId(handle(row.getObject("account", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client")))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("used_at", OffsetDateTime.class).toInstant())
                .label(row.getString("label"))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String kept) {
        return Arrays.stream(kept.split(","))
                .filter(one -> !one.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }
}
