package cutscore.server.access;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.Entropy;
import cutscore.server.database.FieldCipher;
import cutscore.server.database.FieldCiphers;
import cutscore.server.database.Settings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an officer proves besides the password: a code of an authenticator app, a passkey, or, when
 * both are lost, one of ten recovery codes. In production everybody must have one; in a
 * demonstration it is asked only of who added one.
 *
 * <p>Guessing: of a million codes three are right at a time. A lane takes ten wrong ones an hour,
 * so 100,000 guesses take 10,000 hours, 416 days. A device on which the officer once proved a
 * factor has a lane of its own, so that who guesses elsewhere stops nobody at his own desk; a
 * passkey and a recovery code (59 bits) always go.
 */
@Component
class Factors {
    /** Wrong codes of one lane within an hour. */
    static final int WRONG_AN_HOUR = 10;

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_SIGNS = 12;

    private final FactorTable table;
    private final PasskeyTable passkeys;
    private final Patience patience;
    private final ContactVault vault;
    private final FieldCipher cipher;
    private final Entropy entropy;
    private final InstantSource clock;
    private final boolean required;

    Factors(
            FactorTable table,
            PasskeyTable passkeys,
            Patience patience,
            ContactVault vault,
            FieldCiphers ciphers,
            Entropy entropy,
            InstantSource clock,
            AccessSettings access,
            Settings settings) {
        this.table = table;
        this.passkeys = passkeys;
        this.patience = patience;
        this.vault = vault;
        this.cipher = ciphers.forPurpose("second-factor");
        this.entropy = entropy;
        this.clock = clock;
        this.required = access.wantsSecondFactor(settings);
    }

    /** What became of a code. */
    enum Proof {
        RIGHT,
        WRONG,
        TOO_SOON
    }

    /** Whether nobody works here without one. */
    boolean areRequired() {
        return required;
    }

    boolean isEnrolled(UUID officer) {
        return table.hasFactor(officer);
    }

    /** What the officer has, for his own page. */
    FactorsView view(UUID officer) {
        return new FactorsView(
                table.app(officer), passkeys.of(officer), table.recoveryLeft(officer));
    }

    /** A secret for an app; kept only once a code of it was shown. */
    byte[] secret() {
        return entropy.bytes(Totp.SECRET_BYTES);
    }

    /**
     * Keeps the app that has shown a code, in the place of the one before.
     *
     * @return recovery codes, when there were none yet; shown once
     * @throws Unreadable when it is no code of this secret, or the name cannot be taken
     */
    @Transactional
    public List<String> add(UUID officer, byte[] secret, String label, String typed) {
        var step = Totp.match(secret, digits(typed), table.now());
        if (step.isEmpty()) {
            throw new Unreadable(
                    RosterFacts.fault(
                            "APP_CODE",
                            "验证码和这个密钥对不上",
                            "the code does not belong to this key",
                            "看看手机的时间是不是自动校准，再输当前显示的六位数",
                            "see that the telephone sets its clock by itself; type the six digits"
                                    + " it shows now"));
        }
        String name = label.isBlank() ? "验证器" : label.strip();
        if (name.codePointCount(0, name.length()) > 60) {
            throw new Unreadable(
                    RosterFacts.fault(
                            "APP_NAME",
                            "名称最多 60 个字符",
                            "a name has at most 60 characters",
                            "写短一点，例如“工作手机”",
                            "make it shorter: “work telephone”"));
        }
        table.lock(officer);
        byte[] sealed = cipher.seal(secret, row(officer));
        table.putApp(officer, name, sealed, step.getAsLong(), clock.instant());
        patience.note(Patience.Outcome.FACTOR_ADDED, officer, null);
        return table.recoveryLeft(officer) == 0 ? renewRecovery(officer) : List.of();
    }

    /**
     * Ten new recovery codes; the old ones stop working.
     *
     * @throws NoSuchElementException when there is no factor that they could stand in for
     */
    @Transactional
    public List<String> renewRecovery(UUID officer) {
        table.lock(officer);
        if (!table.hasFactor(officer)) {
            throw new NoSuchElementException("no factor to recover");
        }
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(ReadableSecret.of(RECOVERY_SIGNS, entropy));
        }
        table.replaceRecovery(officer, codes.stream().map(c -> digest(officer, c)).toList());
        patience.note(Patience.Outcome.RECOVERY_MADE, officer, null);
        return codes;
    }

    /**
     * @throws Unreadable when it is the last one
     */
    @Transactional
    public void removeApp(UUID officer) {
        table.lock(officer);
        if (table.app(officer).isEmpty()) {
            throw new NoSuchElementException("no app");
        }
        if (passkeys.of(officer).isEmpty()) {
            throw last();
        }
        table.removeApp(officer);
        patience.note(Patience.Outcome.FACTOR_REMOVED, officer, null);
    }

    /**
     * @throws Unreadable when it is the last one
     */
    @Transactional
    public void removePasskey(UUID officer, String id) {
        table.lock(officer);
        var mine = passkeys.of(officer);
        if (mine.stream().noneMatch(passkey -> passkey.id().equals(id))) {
            throw new NoSuchElementException("no such passkey");
        }
        if (mine.size() == 1 && table.app(officer).isEmpty()) {
            throw last();
        }
        passkeys.remove(officer, id);
        patience.note(Patience.Outcome.FACTOR_REMOVED, officer, null);
    }

    /** Takes everything away, for who has lost it; sign-in leads to adding anew. */
    void forget(UUID officer) {
        table.removeAll(officer);
        patience.note(Patience.Outcome.FACTORS_FORGOTTEN, officer, null);
    }

    /**
     * Whether it is a code of the officer's app, for the first time, or one of the recovery codes.
     * The answer is the same whatever is wrong with it.
     *
     * @param lane from {@link Door#lane}
     */
    Proof prove(UUID officer, String typed, String lane) {
        return prove(officer, typed, lane, table.now());
    }

    Proof prove(UUID officer, String typed, String lane, Instant now) {
        String plain = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (plain.length() == RECOVERY_SIGNS) {
            boolean right = table.useRecovery(officer, digest(officer, plain));
            return noted(
                    officer,
                    right,
                    right ? Patience.Outcome.RECOVERY_USED : Patience.Outcome.FACTOR_REFUSED);
        }
        var attempt = table.attempt(officer, lane, WRONG_AN_HOUR);
        if (attempt.isEmpty()) {
            patience.note(Patience.Outcome.TOO_SOON, officer, null);
            return Proof.TOO_SOON;
        }
        boolean right =
                table.secretOf(officer)
                        .map(kept -> cipher.open(kept, row(officer)))
                        .map(secret -> Totp.match(secret, plain, now))
                        .filter(step -> step.isPresent() && table.take(officer, step.getAsLong()))
                        .isPresent();
        if (right) {
            table.taken(attempt.get());
        }
        return noted(
                officer,
                right,
                right ? Patience.Outcome.FACTOR_PROVEN : Patience.Outcome.FACTOR_REFUSED);
    }

    private Proof noted(UUID officer, boolean right, Patience.Outcome outcome) {
        patience.note(outcome, officer, null);
        return right ? Proof.RIGHT : Proof.WRONG;
    }

    /** Wrong codes since a moment of the wall clock. */
    int wrongSince(UUID officer, Instant since) {
        return table.wrongSince(officer, since);
    }

    private byte[] digest(UUID officer, String code) {
        String plain = code.replace("-", "");
        return vault.mac("recovery\n" + officer + "\n" + plain);
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }

    private static String row(UUID officer) {
        return "totp/sealed/" + officer;
    }

    private static Unreadable last() {
        return new Unreadable(
                RosterFacts.fault(
                        "LAST_FACTOR",
                        "这是最后一个第二因素，不能移除",
                        "this is the last second factor and stays",
                        "先添加另一个，再移除它",
                        "add another, then remove this one"));
    }
}
