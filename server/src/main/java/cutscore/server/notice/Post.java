package cutscore.server.notice;

import cutscore.server.access.Contact;
import cutscore.server.notice.MessageTable.Delivery;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers. Each delivery is tried in a transaction that holds its row: two nodes never send it at
 * once, and a node that dies in between leaves it waiting.
 */
@Component
final class Post {
    private static final int BATCH = 1000;
    private static final int GROWTH = 4;
    private static final String TOO_LATE = "过期没有送出 / not sent before it expired";

    private static final String UNREADABLE = "地址无法解密 / its address cannot be opened";

    private final MessageTable messages;
    private final PersonTable people;
    private final Address addresses;
    private final Tokens tokens;
    private final List<Way> ways;
    private final NoticeSettings settings;
    private final TransactionTemplate transaction;

    Post(
            MessageTable messages,
            PersonTable people,
            Address addresses,
            Tokens tokens,
            List<Way> ways,
            NoticeSettings settings,
            TransactionTemplate transaction) {
        this.messages = messages;
        this.people = people;
        this.addresses = addresses;
        this.tokens = tokens;
        this.ways = List.copyOf(ways);
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Sends what waits, up to a thousand. What has no way out yet goes on waiting. */
    void run() {
        var ready = ready();
        for (int i = 0; i < BATCH && !ready.isEmpty(); i++) {
            if (!Boolean.TRUE.equals(transaction.execute(status -> one(ready)))) {
                return;
            }
        }
    }

    /** The channels that are set up. */
    List<Contact.Channel> ready() {
        return ways.stream().filter(Way::isReady).map(Way::channel).toList();
    }

    private boolean one(List<Contact.Channel> ready) {
        var next = messages.next(ready);
        next.ifPresent(this::deliver);
        return next.isPresent();
    }

    private void deliver(Delivery delivery) {
        if (isStopped(delivery)) {
            messages.settle(delivery.key(), "STOPPED");
            return;
        }
        if (delivery.sealed().isEmpty() || delivery.isExpired()) {
            messages.fail(delivery.key(), TOO_LATE);
            return;
        }
        Address.Opened opened;
        try {
            opened = addresses.open(delivery.sealed().get(), delivery.key());
        } catch (RuntimeException damaged) {
            // Tried again it would stand before everybody else's for ever.
            messages.fail(delivery.key(), UNREADABLE);
            return;
        }
        var letter =
                new Way.Letter(opened.contact(), delivery.text(), opened.code(), stop(delivery));
        var way =
                ways.stream()
                        .filter(w -> w.channel() == delivery.channel())
                        .findFirst()
                        .orElseThrow();
        switch (way.send(letter, delivery.key())) {
            case Way.Outcome.Taken() -> messages.settle(delivery.key(), "SENT");
            case Way.Outcome.Never(var why) -> messages.fail(delivery.key(), why.toString());
            case Way.Outcome.Later(var why) -> later(delivery, why.toString());
        }
    }

    private void later(Delivery delivery, String why) {
        if (delivery.attempts() + 1 >= settings.attempts()) {
            messages.fail(delivery.key(), why);
        } else {
            messages.again(delivery.key(), why, backoff(delivery.attempts()));
        }
    }

    private Duration backoff(int failures) {
        var wait = settings.backoff();
        for (int i = 0; i < failures; i++) {
            wait = wait.multipliedBy(GROWTH);
        }
        return wait;
    }

    /** Whoever stopped messages after this one was written gets it no more. */
    private boolean isStopped(Delivery delivery) {
        return delivery.kind().mayBeStopped()
                && delivery.person().map(p -> people.person(p).stopped()).orElse(false);
    }

    private String stop(Delivery delivery) {
        return delivery.kind().mayBeStopped()
                ? delivery.person()
                        .map(p -> settings.address() + "/stop/" + tokens.stop(p))
                        .orElse("")
                : "";
    }
}
