package cutscore.server.access;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.Entropy;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Officers' passwords. Nobody but its owner ever types one: an account that was opened or reset has
 * none, and its owner sets one with a code that works once, for a day.
 */
@Component
class OfficerKeeping {
    private static final int CODE_SIGNS = 24;

    private final OfficerTable officers;
    private final Passwords passwords;
    private final ContactVault vault;
    private final SignIns signIns;
    private final Patience patience;
    private final Entropy entropy;
    private final TransactionTemplate together;

    OfficerKeeping(
            OfficerTable officers,
            Passwords passwords,
            ContactVault vault,
            SignIns signIns,
            Patience patience,
            Entropy entropy,
            TransactionTemplate together) {
        this.officers = officers;
        this.passwords = passwords;
        this.vault = vault;
        this.signIns = signIns;
        this.patience = patience;
        this.entropy = entropy;
        this.together = together;
    }

    /** Takes the password away, if there is one, and gives a fresh code; an older one is void. */
    @Transactional
    public OneTimeCode giveCode(UUID officer) {
        String code = ReadableSecret.of(CODE_SIGNS, entropy);
        var expires = officers.giveCode(officer, digest(code));
        patience.note(Patience.Outcome.CODE_MADE, officer, null);
        return new OneTimeCode(code, expires);
    }

    /**
     * Sets the own password with the one-time code, and ends whatever sign-in there was.
     *
     * @throws Unreadable when the password is weak, or name and code do not belong together: one
     *     answer for a wrong name, a wrong code, a used and an old one
     */
    void redeem(String signInName, String code, String password) {
        String name = signInName.strip().toLowerCase(Locale.ROOT);
        String hash = passwords.hash(password, name.isEmpty() ? "\u0000" : name);
        var set =
                together.execute(
                        _ -> {
                            var owner = officers.redeem(name, digest(code), hash);
                            owner.ifPresent(signIns::endAll);
                            return owner;
                        });
        if (set == null || set.isEmpty()) {
            throw new Unreadable(
                    RosterFacts.fault(
                            "FIRST_CODE",
                            "登录名和一次性代码对不上，或代码已用过、已过期",
                            "name and one-time code do not belong together, or it is used or over",
                            "核对后再试；过期了请管理员重新发一个",
                            "check and try again; when it is over, ask an administrator for"
                                    + " another"));
        }
        patience.note(Patience.Outcome.PASSWORD_SET, set.get(), null);
    }

    /**
     * Sets the password and ends all other sign-ins.
     *
     * @throws Unreadable when the current one is wrong or the new one is weak
     */
    void setPassword(LiveSignIn here, String current, String wanted) {
        var held = officers.passwordOf(here.account());
        boolean right =
                held.map(kept -> passwords.matches(current, kept.hash()))
                        .orElseGet(() -> passwords.matchesNobody(current));
        if (!right || held.isEmpty()) {
            throw new Unreadable(
                    RosterFacts.fault(
                            "PASSWORD_WRONG",
                            "现在的口令不对",
                            "the present password is wrong",
                            "忘了的，请管理员重置：他们给你一个一次性代码",
                            "if it is forgotten, ask the administrators for a one-time code"));
        }
        String hash = passwords.hash(wanted, held.get().signInName());
        together.executeWithoutResult(
                _ -> {
                    officers.setPassword(here.account(), hash);
                    signIns.endOthers(here.account(), here.id());
                });
        patience.note(Patience.Outcome.PASSWORD_SET, here.account(), null);
    }

    void noteClosed(UUID officer) {
        patience.note(Patience.Outcome.CLOSED, officer, null);
    }

    private byte[] digest(String code) {
        String plain = code.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return vault.mac("officer code\n" + plain);
    }
}
