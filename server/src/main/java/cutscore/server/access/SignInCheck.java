package cutscore.server.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Whether name and password belong together. The answer and the time it takes are the same for a
 * name that nobody has.
 */
@Component
class SignInCheck implements AuthenticationProvider {
    private final JdbcClient sql;
    private final Passwords passwords;
    private final Patience patience;
    private final ContactVault vault;

    SignInCheck(JdbcClient sql, Passwords passwords, Patience patience, ContactVault vault) {
        this.sql = sql;
        this.passwords = passwords;
        this.patience = patience;
        this.vault = vault;
    }

    private record Account(SignedIn person, @Nullable String hash) {}

    @Override
    public boolean supports(Class<?> token) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(token);
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String name = typed.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(typed.getCredentials());
        String pair = patience.pair(name, address(typed));
        patience.sitOut(patience.knock(pair), pair);
        var account = find(name);
        boolean right =
                account.map(Account::hash)
                        .map(hash -> passwords.matches(password, hash))
                        .orElseGet(() -> passwords.matchesNobody(password));
        if (account.isEmpty() || !right) {
            patience.note(Patience.Outcome.REFUSED, null, pair);
            throw new BadCredentialsException("refused");
        }
        var person = account.get().person();
        patience.forget(pair);
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    }

    /** By sign-in name, or by a contact that is one account's alone; a ripe recovery counts. */
    private Optional<Account> find(String typed) {
        boolean name = typed.matches("[a-z][a-z0-9.-]{2,39}");
        return sql.sql(
                        """
                        SELECT id, password_hash, true AS officer FROM access.officer
                         WHERE sign_in_name = :name AND closed_at IS NULL
                        UNION ALL
                        SELECT a.id, coalesce(r.password_hash, a.password_hash), false
                          FROM access.examinee_account a
                          LEFT JOIN access.recovery r
                            ON r.account = a.id AND r.ripe_at <= clock_timestamp()
                         WHERE a.sign_in_name = :name
                            OR a.id = (SELECT min(account::text)::uuid FROM access.contact
                                        WHERE digest = :digest HAVING count(*) = 1)
                        ORDER BY officer DESC LIMIT 1
                        """)
                .param("name", name ? typed : "")
                .param("digest", Contact.of(typed).map(vault::digest).orElse(new byte[0]))
                .query(
                        (row, _) -> {
                            var id = row.getObject("id", UUID.class);
                            var person =
                                    row.getBoolean("officer")
                                            ? new SignedIn.AsOfficer(id)
                                            : new SignedIn.AsExaminee(id);
                            return new Account(person, row.getString("password_hash"));
                        })
                .optional();
    }

    private static String address(Authentication typed) {
        return typed.getDetails() instanceof WebAuthenticationDetails details
                ? Network.of(details.getRemoteAddress())
                : "";
    }
}
