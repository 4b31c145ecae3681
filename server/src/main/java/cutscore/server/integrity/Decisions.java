package cutscore.server.integrity;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.TwoPeople;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door to decisions under Order 31. Two integrity officers: one writes a decision letter
 * down, the other confirms it; only then is the certificate void, and void from the start.
 */
@Component
public class Decisions {
    private final DecisionTable table;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Decisions(
            DecisionTable table,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes a decision down; it has no effect yet.
     *
     * @throws IntegrityRefused when its number is recorded already or its day is still to come
     * @throws cutscore.server.access.AccessRefused when the officer does not serve integrity
     */
    @Transactional
    public DecisionId propose(DecisionLetter letter, Officer by) {
        by.must(Role.INTEGRITY_OFFICER);
        var now = clock.instant();
        if (letter.decidedOn().isAfter(Beijing.day(now))) {
            throw new IntegrityRefused(IntegrityRefusal.DECIDED_IN_THE_FUTURE);
        }
        var recorded = new RecordedDecision(new DecisionId(entropy.id()), letter, by.id(), now);
        try {
            table.insert(recorded);
        } catch (DuplicateKeyException e) {
            throw new IntegrityRefused(IntegrityRefusal.DECISION_NUMBER_TAKEN);
        }
        return recorded.id();
    }

    /**
     * A second officer confirms; the certificate becomes void in the same transaction.
     *
     * @throws cutscore.server.access.SamePerson when it is who wrote it down
     * @throws IntegrityRefused when there is no such decision, or it was confirmed already
     */
    @Transactional
    public void confirm(DecisionId id, Officer second) {
        second.must(Role.INTEGRITY_OFFICER);
        var recorded =
                table.hold(id)
                        .orElseThrow(
                                () -> new IntegrityRefused(IntegrityRefusal.DECISION_NOT_FOUND));
        TwoPeople.require(recorded.by(), second.id());
        if (table.isConfirmed(id)) {
            throw new IntegrityRefused(IntegrityRefusal.ALREADY_CONFIRMED);
        }
        var now = clock.instant();
        var act =
                new Act(
                        "annulment.decided",
                        now,
                        List.of(recorded.by(), second.id()),
                        body(recorded));
        table.confirm(id, second.id(), now, ledger.append(act).index());
        events.publishEvent(new AnnulmentDecided(id, recorded.letter(), now));
    }

    /**
     * Decisions that wait for a second officer, the oldest first.
     *
     * @throws cutscore.server.access.AccessRefused when the officer does not serve integrity
     */
    @Transactional(readOnly = true)
    public List<RecordedDecision> waiting(Officer by) {
        by.must(Role.INTEGRITY_OFFICER);
        return table.waiting();
    }

    /**
     * The letter's number may name a person's file, so it is committed to, like the certificate's.
     */
    private Json.Obj body(RecordedDecision recorded) {
        var letter = recorded.letter();
        var personal =
                Json.object()
                        .put("decision", letter.number())
                        .put("certificate", letter.certificate().value())
                        .put("decidedOn", letter.decidedOn().toString())
                        .build();
        return Json.object()
                .put("decision", recorded.id().toString())
                .put("article", letter.article().basis())
                .put("ground", letter.ground().name())
                .put("commitment", ledger.commit(personal.bytes()))
                .build();
    }
}
