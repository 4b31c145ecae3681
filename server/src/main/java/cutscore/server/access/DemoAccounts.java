package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.server.database.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invented people for {@code demo}, {@code cycle} and tests, of every role. In any other
 * environment every method refuses. All of one start share one generated password, so that a
 * visitor has one thing to type.
 */
@Component
public class DemoAccounts {
    private static final Set<String> WHERE = Set.of("demo", "cycle", "test");

    private final Officers officers;
    private final FoundingTable founding;
    private final ExamineeAccounts examinees;
    private final Passwords passwords;
    private final Entropy entropy;
    private final InstantSource clock;
    private final Settings settings;

    DemoAccounts(
            Officers officers,
            FoundingTable founding,
            ExamineeAccounts examinees,
            Passwords passwords,
            Entropy entropy,
            InstantSource clock,
            Settings settings) {
        this.officers = officers;
        this.founding = founding;
        this.examinees = examinees;
        this.passwords = passwords;
        this.entropy = entropy;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * One invented person.
     *
     * @param id the officer's or the account's id; an officer is found by it at {@link Officers}
     * @param signInName what to type at {@code /sign-in}
     * @param password what to type below it
     * @param role what the person is here for
     * @param sees what this person may see and do, one sentence
     */
    public record Account(UUID id, String signInName, String password, Role role, Words sees) {}

    /** A password for this start and its hash, so that it is hashed once. */
    public record Key(String password, String hash) {

        /** Tells neither. */
        @Override
        public String toString() {
            return "Key[]";
        }
    }

    /** A generated password for the accounts of this start. */
    public Key key() {
        mustBeInvented();
        String password = ReadableSecret.of(18, entropy);
        return new Key(password, passwords.hash(password, "demo"));
    }

    /** The key of accounts that are open already, for more of them. */
    public Key again(Account opened) {
        mustBeInvented();
        return new Key(opened.password(), passwords.hash(opened.password(), "demo"));
    }

    /**
     * Officers of every role, two where two people must act, and one reviewer of another province;
     * their roles were granted by the two invented administrators.
     *
     * @param province whose reviewers and leads they are
     */
    @Transactional
    public List<Account> openOfficers(DivisionCode province, Key key) {
        mustBeInvented();
        List<Account> accounts = new ArrayList<>();
        var system = found(Role.SYSTEM_ADMIN, "system", key, accounts);
        var security = found(Role.SECURITY_ADMIN, "security", key, accounts);
        for (DemoCast.Part part : DemoCast.PARTS) {
            var place = part.role().isProvincial() ? Optional.of(province) : NOWHERE;
            accounts.add(open(part, place, key, system, security));
        }
        var elsewhere = new DivisionCode(province.value().equals("530000") ? "510000" : "530000");
        accounts.add(open(DemoCast.OTHER_PROVINCE, Optional.of(elsewhere), key, system, security));
        return List.copyOf(accounts);
    }

    private static final Optional<DivisionCode> NOWHERE = Optional.empty();

    /**
     * An examinee who can sign in and sees what belongs to one admission number.
     *
     * @param signInName {@code awarded}, {@code not-met} …
     * @param sees what there is to see with this account
     */
    @Transactional
    public Account openExaminee(
            String signInName, SessionId session, String admissionNumber, Words sees, Key key) {
        mustBeInvented();
        var account = examinees.open(session, admissionNumber, signInName, key.hash());
        return new Account(account.id(), signInName, key.password(), Role.EXAMINEE, sees);
    }

    /**
     * Examinees of a campaign, all with the key's password and in one statement.
     *
     * @param signInNames one for each admission number
     * @return the accounts, in the same order
     */
    @Transactional
    public List<UUID> openExaminees(
            SessionId session, List<String> admissionNumbers, List<String> signInNames, Key key) {
        mustBeInvented();
        return examinees.openAll(session, admissionNumbers, signInNames, key.hash());
    }

    /**
     * The header by which an invented examinee signs in where the campaign's secret is set.
     *
     * @param secret what {@code cutscore.access.played-secret} holds
     */
    public static String header(UUID account, String secret) {
        return PlayedSignIn.header(
                account, secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Officer found(Role role, String name, Key key, List<Account> accounts) {
        var words = role.title();
        var opened = officers.open(name, words.zh() + "（虚构）", NOWHERE, key.hash(), null);
        founding.found(entropy.id(), opened.id(), role, clock.instant());
        accounts.add(new Account(opened.id(), name, key.password(), role, DemoCast.sees(role)));
        return officers.find(opened.id()).orElseThrow();
    }

    private Account open(
            DemoCast.Part part,
            Optional<DivisionCode> province,
            Key key,
            Officer system,
            Officer security) {
        var opened =
                officers.open(part.signInName(), part.name(), province, key.hash(), system.id());
        officers.confirm(officers.propose(opened.id(), part.role(), system), security);
        return new Account(
                opened.id(),
                part.signInName(),
                key.password(),
                part.role(),
                part.equals(DemoCast.OTHER_PROVINCE)
                        ? DemoCast.SEES_NOTHING_OF_OTHERS
                        : DemoCast.sees(part.role()));
    }

    private void mustBeInvented() {
        if (!WHERE.contains(settings.environment())) {
            throw new AccessRefused(
                    new Words("虚构账号只在演示环境里有", "invented accounts exist in a demonstration only"));
        }
    }
}
