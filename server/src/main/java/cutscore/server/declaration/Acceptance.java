package cutscore.server.declaration;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.Json;
import cutscore.server.database.Arrivals;
import cutscore.server.declaration.Gate.Passage;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import cutscore.server.ledger.Sequenced;
import cutscore.server.roster.Rosters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accepts forms, one or many in one transaction: gate, ledger, declarations, evidence and whoever
 * listens, all or nothing. Answers are given after the commit.
 *
 * <p>One form never spoils its neighbours: what the gate refuses is answered and left out; of two
 * that exclude each other the second waits for the next transaction; and where a transaction fails
 * for a reason nobody foresaw, it is tried again in halves until that form stands alone.
 */
@Component
final class Acceptance {
    private static final int TRIES = 3;

    private final Gate gate;
    private final Arrivals arrivals;
    private final DeclarationTable declarations;
    private final AcceptanceTable table;
    private final Rosters rosters;
    private final Ledger ledger;
    private final Entropy entropy;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Acceptance(
            Gate gate,
            Arrivals arrivals,
            DeclarationTable declarations,
            AcceptanceTable table,
            Rosters rosters,
            Ledger ledger,
            Entropy entropy,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.gate = gate;
        this.arrivals = arrivals;
        this.declarations = declarations;
        this.table = table;
        this.rosters = rosters;
        this.ledger = ledger;
        this.entropy = entropy;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Somebody else, on another node or by himself, took a key, a person or a file meanwhile. */
    private static final class Raced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Raced() {
            super("raced", null, false, false);
        }
    }

    /** A form the gate let pass. */
    record Candidate(Waiting waiting, Passage.InTime passed, Instant arrival) {
        DeclarationForm form() {
            return waiting.form();
        }
    }

    /** Answers every one of them; returns when all are answered. */
    void serve(List<Waiting> waiting) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a submission is answered after its own commit");
        }
        var open = waiting;
        while (!open.isEmpty()) {
            open = round(open, 1);
        }
    }

    /** One transaction; answers those that have to wait for the next. */
    private List<Waiting> round(List<Waiting> together, int attempt) {
        try {
            var sorted = Objects.requireNonNull(transaction.execute(status -> accept(together)));
            sorted.tell();
            return sorted.heldBack();
        } catch (Raced again) {
            return attempt < TRIES ? round(together, attempt + 1) : halves(together, again);
        } catch (TransactionException | DataAccessResourceFailureException gone) {
            // Not a form's fault; whether the commit went through is for the same key to find out.
            together.forEach(one -> one.fail(gone));
            return List.of();
        } catch (RuntimeException fault) {
            return halves(together, fault);
        }
    }

    private List<Waiting> halves(List<Waiting> together, RuntimeException fault) {
        if (together.size() == 1) {
            together.getFirst().fail(fault);
        } else {
            int half = together.size() / 2;
            serve(together.subList(0, half));
            serve(together.subList(half, together.size()));
        }
        return List.of();
    }

    private Sorted accept(List<Waiting> together) {
        var now = arrivals.now();
        var forms = together.stream().map(Waiting::form).toList();
        var sight = gate.sight(forms);
        var judged =
                together.stream().map(waiting -> Judged.of(waiting, sight, arrivals, now)).toList();
        var active = table.active(judged.stream().flatMap(Judged::candidates).toList());
        var attached = table.attached(forms);
        // Keys last: whoever made a person or a file taken meanwhile, his key is seen here.
        var known = declarations.byKeys(forms.stream().map(DeclarationForm::key).toList());
        var sorted = new Sorted(known, attached, active);
        judged.forEach(sorted::take);
        write(sorted);
        return sorted;
    }

    /** What the gate said of a form. */
    record Judged(Waiting waiting, Passage passage, Instant arrival) {

        static Judged of(Waiting waiting, Gate.Sight sight, Arrivals arrivals, Instant now) {
            var arrival = arrivals.instant(waiting.stamp(), now);
            return new Judged(waiting, sight.pass(waiting.form(), arrival), arrival);
        }

        Stream<Candidate> candidates() {
            return passage instanceof Passage.InTime passed
                    ? Stream.of(new Candidate(waiting, passed, arrival))
                    : Stream.empty();
        }
    }

    /** Salts first, then the ledger, whose head stays locked until the commit. */
    private void write(Sorted sorted) {
        var candidates = sorted.candidates();
        if (candidates.isEmpty()) {
            return;
        }
        var commitments = ledger.commit(candidates.stream().map(Acceptance::committed).toList());
        var acts = new ArrayList<Act>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            acts.add(act(candidates.get(i), commitments.get(i)));
        }
        var sequenced = ledger.append(acts);
        var rows = new ArrayList<DeclarationRow>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            rows.add(row(candidates.get(i), commitments.get(i), sequenced.get(i)));
        }
        if (!table.insert(rows) || !table.attach(rows, sorted.forms())) {
            throw new Raced();
        }
        rosters.declared(candidates.stream().map(Acceptance::declared).toList());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            events.publishEvent(
                    new DeclarationSubmitted(row.id(), row.session(), row.admissionNumber()));
            sorted.answer(candidates.get(i).waiting(), row.accepted());
        }
    }

    private static Rosters.Declared declared(Candidate candidate) {
        var passed = candidate.passed();
        return new Rosters.Declared(passed.entry(), passed.place().province());
    }

    private static byte[] committed(Candidate candidate) {
        return FormBytes.committed(
                candidate.form(),
                candidate.passed().entry().person(),
                candidate.passed().place(),
                candidate.arrival());
    }

    private static Act act(Candidate candidate, String commitment) {
        var form = candidate.form();
        var body =
                Json.object()
                        .put("commitment", commitment)
                        .put("session", form.session().value())
                        .put("province", candidate.passed().place().province().value())
                        .put("ground", form.ground().name())
                        .put("round", candidate.passed().window().round().name())
                        .build();
        List<UUID> by = form.typedBy().stream().toList();
        return new Act("declaration.submitted", candidate.arrival(), by, body);
    }

    private DeclarationRow row(Candidate candidate, String commitment, Sequenced sequenced) {
        var form = candidate.form();
        var entry = candidate.passed().entry();
        return new DeclarationRow(
                new DeclarationId(entropy.id()),
                Receipts.fresh(entropy),
                form.session(),
                form.admissionNumber(),
                entry.person(),
                entry.qualification().name(),
                form.ground(),
                candidate.passed().place(),
                candidate.passed().window().id(),
                Stage.SUBMITTED,
                form.typedBy(),
                form.key(),
                FormBytes.sha256(form),
                candidate.arrival(),
                commitment,
                sequenced.index(),
                Optional.empty(),
                form.begun(),
                form.employer(),
                evidenceUntil(candidate.passed().window(), candidate.arrival()));
    }

    private static Optional<Instant> evidenceUntil(WindowOnRecord window, Instant arrival) {
        return Optional.of(window.uploadTrail()).filter(Duration::isPositive).map(arrival::plus);
    }
}
