package cutscore.server.access;

import cutscore.kernel.id.DivisionCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens officers of one test's own, with and without an authenticator app. */
@Component
class Enrolled {
    private static final AtomicInteger MADE = new AtomicInteger();

    /** Whose accounts were closed, as the other modules hear it. */
    final List<UUID> closed = new CopyOnWriteArrayList<>();

    private final Officers officers;
    private final Factors factors;
    private final FactorTable table;
    private final JdbcClient sql;

    Enrolled(Officers officers, Factors factors, FactorTable table, JdbcClient sql) {
        this.officers = officers;
        this.factors = factors;
        this.table = table;
        this.sql = sql;
    }

    @EventListener
    void on(OfficerClosed event) {
        closed.add(event.officer());
    }

    /** Somebody with an app, whose clock is the wall's. */
    final class Person {
        final Officer officer;
        final String name;
        final byte[] secret;
        final List<String> recovery;

        private Person(Officer officer, String name) {
            this.officer = officer;
            this.name = name;
            secret = factors.secret();
            long step = Totp.step(table.now());
            recovery = factors.add(officer.id(), secret, "手机", Totp.code(secret, step, 6));
        }

        /** A code that was not taken yet, without waiting for half a minute. */
        String code() {
            sql.sql("UPDATE access.totp SET last_step = 0 WHERE officer = :id")
                    .param("id", officer.id())
                    .update();
            return Totp.code(secret, Totp.step(table.now()), 6);
        }

        /** Signs in with the cast's password and a code. */
        Visitor signIn(Cast cast, int port) {
            var visitor = new Visitor(port);
            visitor.signIn(name, cast.key.password());
            visitor.post(FactorController.HERE, java.util.Map.of("code", code()));
            return visitor;
        }
    }

    Person enrol(Cast cast, Role role) {
        String name = name();
        return new Person(open(cast, name, role), name);
    }

    /** Without an app. */
    Officer open(Cast cast, String name, Role role) {
        var province =
                role.isProvincial()
                        ? Optional.of(new DivisionCode("510000"))
                        : Optional.<DivisionCode>empty();
        var opened = officers.open(name, "林" + name, province, cast.key.hash(), null);
        var system = officers.find(cast.account(Role.SYSTEM_ADMIN).id()).orElseThrow();
        var security = officers.find(cast.account(Role.SECURITY_ADMIN).id()).orElseThrow();
        officers.confirm(officers.propose(opened.id(), role, system), security);
        return officers.find(opened.id()).orElseThrow();
    }

    static String name() {
        return "staff" + MADE.incrementAndGet();
    }
}
