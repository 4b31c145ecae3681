package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The invented people of one test database, opened once. */
final class Cast {
    private static final Map<DemoAccounts, Cast> OPENED = new HashMap<>();

    final DemoAccounts.Key key;
    final List<DemoAccounts.Account> officers;
    final Map<Role, DemoAccounts.Account> one = new EnumMap<>(Role.class);

    private final Map<Role, Visitor> signedIn = new EnumMap<>(Role.class);

    private Cast(DemoAccounts demo) {
        key = demo.key();
        officers = demo.openOfficers(new DivisionCode("510000"), key);
        officers.forEach(account -> one.putIfAbsent(account.role(), account));
        one.put(
                Role.EXAMINEE,
                demo.openExaminee(
                        "awarded", new SessionId("2023-1"), "A-1", new Words("证", "award"), key));
    }

    static synchronized Cast of(DemoAccounts demo) {
        return OPENED.computeIfAbsent(demo, Cast::new);
    }

    /** The same visitor for all tests: sign nobody out with it. */
    Visitor signedIn(Role role, int port) {
        return signedIn.computeIfAbsent(role, signing -> freshlySignedIn(signing, port));
    }

    DemoAccounts.Account account(Role role) {
        return Objects.requireNonNull(one.get(role));
    }

    Visitor freshlySignedIn(Role role, int port) {
        var visitor = new Visitor(port);
        visitor.signIn(account(role).signInName(), key.password());
        return visitor;
    }
}
