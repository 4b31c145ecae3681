package cutscore.server.notice;

import cutscore.kernel.id.SessionId;
import cutscore.server.access.Contact;
import cutscore.server.access.Contacts;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes messages of what happened, and a delivery for each way to its person. */
@Component
final class Expansion {
    /** What a happening's addresses are bound to. */
    static final String OUTBOX = "notice.happening";

    private static final int CHUNK = 200;

    private final HappeningTable happenings;
    private final MessageTable messages;
    private final PersonTable people;
    private final ContactTable files;
    private final Contacts contacts;
    private final Address addresses;
    private final Rosters rosters;
    private final TransactionTemplate transactions;

    Expansion(
            HappeningTable happenings,
            MessageTable messages,
            PersonTable people,
            ContactTable files,
            Contacts contacts,
            Address addresses,
            Rosters rosters,
            TransactionTemplate transactions) {
        this.happenings = happenings;
        this.messages = messages;
        this.people = people;
        this.files = files;
        this.contacts = contacts;
        this.addresses = addresses;
        this.rosters = rosters;
        this.transactions = transactions;
    }

    /** Works off what waits; one transaction for each chunk. */
    void run() {
        Integer done;
        do {
            done = transactions.execute(status -> chunk());
        } while (done != null && done == CHUNK);
    }

    private int chunk() {
        messages.takeTurn();
        var next = happenings.next(CHUNK);
        for (Happening happening : next) {
            tell(happening);
            happenings.done(happening.id());
        }
        return next.size();
    }

    private void tell(Happening happening) {
        String key = "happening/" + happening.id();
        var text = Texts.own(happening.kind(), happening.what(), happening.until());
        if (happening.sealed().isPresent()) {
            var message =
                    messages.add(
                            key, happening.kind(), Optional.empty(), Optional.empty(), "", text);
            var opened = addresses.openAll(happening.sealed().get(), OUTBOX);
            message.ifPresent(id -> sendAll(key, id, opened, happening.until()));
            return;
        }
        happening
                .session()
                .flatMap(session -> rosters.find(session, happening.admissionNumber()))
                .ifPresent(entry -> tell(key, happening.kind(), entry, text));
    }

    private void sendAll(
            String key, UUID message, List<Address.Opened> opened, Optional<Instant> until) {
        for (int i = 0; i < opened.size(); i++) {
            var one = opened.get(i);
            String way = key + "/" + one.contact().channel() + "/" + i;
            byte[] sealed = addresses.seal(one.contact(), one.code(), way);
            messages.send(way, message, one.contact().channel(), sealed, until);
        }
    }

    /**
     * Tells one examinee, once for each key.
     *
     * @return whether it was news
     */
    boolean tell(String key, Kind kind, RosterEntry entry, Text text) {
        return tell(key, kind, entry.person(), entry.session(), entry.admissionNumber(), text);
    }

    boolean tell(
            String key,
            Kind kind,
            String digest,
            SessionId session,
            String admissionNumber,
            Text text) {
        var person = people.person(digest);
        var message =
                messages.add(
                        key,
                        kind,
                        Optional.of(digest),
                        Optional.of(session),
                        admissionNumber,
                        text);
        if (message.isPresent() && !(person.stopped() && kind.mayBeStopped())) {
            var choices = people.choices(digest);
            for (Contact contact : ways(digest, session, admissionNumber)) {
                if (PersonTable.isWanted(choices, kind, contact.channel())) {
                    String way = key + "/" + contact.channel();
                    byte[] sealed = addresses.seal(contact, "", way);
                    messages.send(way, message.get(), contact.channel(), sealed, Optional.empty());
                }
            }
        }
        return message.isPresent();
    }

    /** The account's confirmed contacts; where it has none of a channel, the roster's. */
    private List<Contact> ways(String person, SessionId session, String admissionNumber) {
        var ways = new ArrayList<>(contacts.byPerson(person));
        for (Contact contact : files.of(session, admissionNumber)) {
            if (ways.stream().noneMatch(way -> way.channel() == contact.channel())) {
                ways.add(contact);
            }
        }
        return ways;
    }
}
