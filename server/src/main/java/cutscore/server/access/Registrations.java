package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts that people open themselves, from the roster: admission number, identity number and name
 * say who it is. Whatever of the three does not fit, and when there is an account already, the same
 * words are said after the same work.
 */
@Component
class Registrations {
    private static final String NOBODY = "0".repeat(64);

    private final RosterCheck rosters;
    private final ExamineeAccounts accounts;
    private final ExamineeAccountTable table;
    private final ContactTable contacts;
    private final Passwords passwords;
    private final Patience patience;
    private final Codes codes;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate together;

    Registrations(
            RosterCheck rosters,
            ExamineeAccounts accounts,
            ExamineeAccountTable table,
            ContactTable contacts,
            Passwords passwords,
            Patience patience,
            Codes codes,
            ApplicationEventPublisher events,
            TransactionTemplate together) {
        this.rosters = rosters;
        this.accounts = accounts;
        this.table = table;
        this.contacts = contacts;
        this.passwords = passwords;
        this.patience = patience;
        this.codes = codes;
        this.events = events;
        this.together = together;
    }

    /** What becomes of the form. */
    sealed interface Outcome {
        /** The account is there: no contact was given. */
        record Opened(UUID account) implements Outcome {}

        /** It will be there when the code sent to the contact comes back. */
        record WaitsForCode(Begun begun) implements Outcome {}
    }

    /** Everything but the code; kept in the browser's session. */
    record Begun(
            AskedCode code,
            String session,
            String admissionNumber,
            String person,
            @Nullable String signInName,
            @Nullable String hash)
            implements Serializable {
        static final String KEPT = "registration";

        /** Tells nothing of it. */
        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    /**
     * @param network where it comes from
     * @throws Unreadable with what is to be mended
     * @throws Patience.TooSoon after many tries
     */
    Outcome begin(RosterFacts facts, KeysWanted wanted, String network) {
        var faults = new ArrayList<Fault>(facts.faults(rosters.sessions()));
        faults.addAll(wanted.faults());
        if (!faults.isEmpty()) {
            throw new Unreadable(faults);
        }
        var pairs = waitFor(facts, network);
        var hash = hash(wanted);
        var sitting = facts.sitting();
        var person = person(facts);
        // All three are asked before any is looked at: the time must not tell which it was.
        boolean hasAccount = table.of(person.orElse(NOBODY)).isPresent();
        boolean isOpened = table.isOpenFor(sitting);
        if (person.isEmpty() || hasAccount || isOpened) {
            throw new Unreadable(List.of(RosterFacts.refused()));
        }
        pairs.forEach(patience::forget);
        var name = wanted.name();
        if (name != null && table.isNameTaken(name)) {
            throw new Unreadable(List.of(KeysWanted.nameTaken()));
        }
        var contact = wanted.reachable();
        if (contact.isEmpty()) {
            return new Outcome.Opened(open(sitting, person.get(), name, hash, null));
        }
        var id = codes.ask(contact.get(), CodeWanted.Purpose.CONFIRM_CONTACT, () -> true);
        return new Outcome.WaitsForCode(
                new Begun(
                        new AskedCode(id, contact.get()),
                        sitting.session().toString(),
                        sitting.admissionNumber(),
                        person.get(),
                        name,
                        hash));
    }

    /** Waits as long as the number, and the network, have to; neither tells who exists. */
    List<String> waitFor(RosterFacts facts, String network) {
        var sitting = facts.sitting();
        String number =
                patience.pair(
                        "roster " + sitting.session() + " " + sitting.admissionNumber(), network);
        String all = patience.pair("roster", network);
        var longer = patience.knock(number);
        var other = patience.knock(all, Patience.FREE_FOR_A_NETWORK);
        patience.sitOut(longer.compareTo(other) > 0 ? longer : other, number);
        return List.of(number, all);
    }

    Optional<String> person(RosterFacts facts) {
        var sitting = facts.sitting();
        return rosters.person(
                sitting.session(), sitting.admissionNumber(), facts.identity(), facts.name());
    }

    /** A hash is reckoned even where no password is wanted, so that the time tells nothing. */
    private @Nullable String hash(KeysWanted wanted) {
        if (wanted.password().isEmpty()) {
            passwords.matchesNobody("");
            return null;
        }
        String name = wanted.name();
        return passwords.hash(wanted.password(), name == null ? "\u0000" : name);
    }

    /**
     * @return the account, when the code is right and nobody was quicker
     */
    Optional<UUID> finish(Begun begun, String code) {
        if (!codes.redeem(begun.code().id(), begun.code().contact(), code)) {
            return Optional.empty();
        }
        var sitting = new Sitting(new SessionId(begun.session()), begun.admissionNumber(), "");
        return Optional.of(
                open(
                        sitting,
                        begun.person(),
                        begun.signInName(),
                        begun.hash(),
                        begun.code().contact()));
    }

    private UUID open(
            Sitting sitting,
            String person,
            @Nullable String name,
            @Nullable String hash,
            @Nullable Contact contact) {
        try {
            return java.util.Objects.requireNonNull(
                    together.execute(
                            _ -> {
                                var id = accounts.register(sitting, person, name, hash).id();
                                if (contact != null) {
                                    contacts.put(id, contact);
                                }
                                events.publishEvent(
                                        new AccountChanged(
                                                id,
                                                AccountChanged.What.REGISTERED,
                                                contacts.of(id)));
                                return id;
                            }));
        } catch (DuplicateKeyException quicker) {
            throw new Unreadable(
                    List.of(
                            Fault.of(
                                    "REGISTERED_MEANWHILE",
                                    new Words(
                                            "刚刚已建立账号，或登录名刚被占用",
                                            "an account was opened meanwhile, or the name taken"),
                                    new Words("请直接登录，或再填一次", "sign in, or fill it in again"))));
        }
    }
}
