package cutscore.server.access;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Whether name and password belong together. The answer and the time it takes are the same for a
 * name that nobody has.
 */
@Component
class SignInCheck implements AuthenticationProvider {
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);

    private final JdbcClient sql;
    private final Passwords passwords;
    private final Patience patience;

    SignInCheck(JdbcClient sql, Passwords passwords, Patience patience) {
        this.sql = sql;
        this.passwords = passwords;
        this.patience = patience;
    }

    /** Others are being tried at this name from this address right now. */
    static final class TooSoon extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        TooSoon() {
            super("too soon");
        }
    }

    private record Account(SignedIn person, String hash) {}

    @Override
    public boolean supports(Class<?> token) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(token);
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String name = typed.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(typed.getCredentials());
        String pair = patience.pair(name, address(typed));
        var wait = patience.knock(pair);
        if (wait.compareTo(LONGEST_QUEUE) > 0) {
            patience.note(Patience.Outcome.TOO_SOON, null, pair);
            throw new TooSoon();
        }
        pause(wait);
        var account = find(name);
        boolean right =
                account.map(found -> passwords.matches(password, found.hash()))
                        .orElseGet(() -> passwords.matchesNobody(password));
        if (account.isEmpty() || !right) {
            patience.note(Patience.Outcome.REFUSED, null, pair);
            throw new BadCredentialsException("refused");
        }
        var person = account.get().person();
        patience.forget(pair);
        patience.note(Patience.Outcome.SIGNED_IN, person.id(), null);
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    }

    private Optional<Account> find(String name) {
        if (!name.matches("[a-z][a-z0-9.-]{2,39}")) {
            return Optional.empty();
        }
        return sql.sql(
                        """
                        SELECT id, password_hash, true AS officer FROM access.officer
                         WHERE sign_in_name = :name
                        UNION ALL
                        SELECT id, password_hash, false FROM access.examinee_account
                         WHERE sign_in_name = :name
                        ORDER BY officer DESC LIMIT 1
                        """)
                .param("name", name)
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
                ? details.getRemoteAddress()
                : "";
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadCredentialsException("interrupted", e);
        }
    }
}
