package cutscore.server.access;

import cutscore.kernel.id.DivisionCode;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Officers who really have an account, of any province. */
public final class Colleagues {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Officers officers;
    private final Cast cast;

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
        var opened = officers.open(name(), "同事（虚构）", province, cast.key.hash(), system.id());
        officers.confirm(officers.propose(opened.id(), role, system), security);
        return officers.find(opened.id()).orElseThrow();
    }

    /** A browser in which that officer is signed in. */
    Visitor signedIn(Officer officer, String signInName, int port) {
        var visitor = new Visitor(port);
        visitor.signIn(signInName, cast.key.password());
        return visitor;
    }

    private static String name() {
        return "colleague-" + NAMES.incrementAndGet();
    }
}
