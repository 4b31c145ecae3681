package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The examinees who can sign in: one account for each person, for all of that person's sittings.
 */
@Component
public class ExamineeAccounts {
    private final ExamineeAccountTable table;
    private final RosterCheck rosters;
    private final SignIns signIns;
    private final Entropy entropy;
    private final InstantSource clock;

    ExamineeAccounts(
            ExamineeAccountTable table,
            RosterCheck rosters,
            SignIns signIns,
            Entropy entropy,
            InstantSource clock) {
        this.table = table;
        this.rosters = rosters;
        this.signIns = signIns;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * The examinee whose request this thread answers, with the sitting chosen in this sign-in, else
     * the one the account was opened with.
     *
     * @throws AccessRefused when nobody is signed in, or an officer is
     */
    public ExamineeAccount current() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof SignedIn.AsExaminee(UUID id)) {
            var account = table.find(id).orElseThrow(ExamineeAccounts::signInFirst);
            return LiveSignIn.current()
                    .flatMap(LiveSignIn::sitting)
                    .map(chosen -> account.at(chosen.session(), chosen.admissionNumber()))
                    .orElse(account);
        }
        throw signInFirst();
    }

    /**
     * Every sitting of the person signed in, newest session first.
     *
     * @throws AccessRefused as {@link #current()}
     */
    public List<Sitting> sittings() {
        return current().person().map(rosters::sittings).orElseGet(List::of);
    }

    /**
     * From the next request on, this sitting is in question in this sign-in.
     *
     * @throws NoSuchElementException when the person signed in has no such sitting
     */
    @Transactional
    public void choose(SessionId session, String admissionNumber) {
        var chosen =
                sittings().stream()
                        .filter(mine -> mine.session().equals(session))
                        .filter(mine -> mine.admissionNumber().equals(admissionNumber))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchElementException("no such sitting"));
        LiveSignIn.current().ifPresent(here -> signIns.choose(here.id(), chosen));
    }

    /** An invented account; its person is the roster's, unless the person has one already. */
    @Transactional
    ExamineeAccount open(SessionId session, String admissionNumber, String name, String hash) {
        var person =
                rosters.holder(session, admissionNumber)
                        .filter(holder -> table.of(holder).isEmpty());
        var account = new ExamineeAccount(entropy.id(), session, admissionNumber, person);
        table.insert(account, name, hash, clock.instant());
        return account;
    }

    /** Invented accounts by the thousand, of nobody the roster knows by name. */
    @Transactional
    List<UUID> openAll(SessionId session, List<String> numbers, List<String> names, String hash) {
        var accounts =
                numbers.stream()
                        .map(n -> new ExamineeAccount(entropy.id(), session, n, Optional.empty()))
                        .toList();
        table.insertAll(accounts, names, hash, clock.instant());
        return accounts.stream().map(ExamineeAccount::id).toList();
    }

    /** An account for somebody the roster knows; the caller has asked that nobody has it. */
    ExamineeAccount register(
            Sitting sitting, String person, @Nullable String name, @Nullable String hash) {
        var account =
                new ExamineeAccount(
                        entropy.id(),
                        sitting.session(),
                        sitting.admissionNumber(),
                        java.util.Optional.of(person));
        table.insert(account, name, hash, clock.instant());
        return account;
    }

    private static AccessRefused signInFirst() {
        return new AccessRefused(new Words("请先以考生身份登录", "sign in as an examinee first"));
    }
}
