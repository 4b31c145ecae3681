package cutscore.server.access;

import cutscore.kernel.id.DivisionCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Officers who really have an account, of any province. */
public final class Colleagues {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Officers officers;
    private final Cast cast;
    private final Map<UUID, String> names = new HashMap<>();

    private Colleagues(Officers officers, Cast cast) {
        this.officers = officers;
        this.cast = cast;
    }

    public static Colleagues of(Officers officers, DemoAccounts demo) {
        return new Colleagues(officers, Cast.of(demo));
    }

    /** Another officer with that role; {@code province} is nothing for the centre. */
    public Officer open(Role role, Optional<DivisionCode> province) {
        var system = officers.find(cast.account(Role.SYSTEM_ADMIN).id()).orElseThrow();
        var security = officers.find(cast.account(Role.SECURITY_ADMIN).id()).orElseThrow();
        String name = "colleague-" + NAMES.incrementAndGet();
        var opened = officers.open(name, "同事（虚构）", province, cast.key.hash(), system.id());
        officers.confirm(officers.propose(opened.id(), role, system), security);
        names.put(opened.id(), name);
        return officers.find(opened.id()).orElseThrow();
    }

    /** A browser in which that officer is signed in. */
    public Visitor signedIn(Officer officer, int port) {
        var visitor = new Visitor(port);
        visitor.signIn(
                java.util.Objects.requireNonNull(names.get(officer.id())), cast.key.password());
        return visitor;
    }
}
