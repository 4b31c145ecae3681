package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.server.declaration.Gate.Passage;
import cutscore.server.declaration.Life.Step;
import cutscore.server.declaration.Submission.Accepted;
import cutscore.server.declaration.Submission.Refused;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The declarant's steps, each one transaction with its ledger entry. */
@Component
final class Submissions {
    private final Gate gate;
    private final DeclarationTable table;
    private final StepTable steps;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Submissions(
            Gate gate,
            DeclarationTable table,
            StepTable steps,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.gate = gate;
        this.table = table;
        this.steps = steps;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    Submission submit(DeclarationForm form) {
        var arrival = now();
        return switch (gate.pass(form, arrival)) {
            case Passage.InTime passed -> accept(form, passed, arrival);
            case Passage.Shut(var why) ->
                    again(form, arrival).orElseGet(() -> new Refused(why, arrival));
            case Passage.Open _ -> throw new IllegalStateException("the gate judges the time");
        };
    }

    private Submission accept(DeclarationForm form, Passage.InTime passed, Instant arrival) {
        var accepted =
                transaction.execute(
                        status -> {
                            var row = declare(form, passed, arrival);
                            Optional<Submission> written = write(row, form);
                            if (!written.map(Accepted.class::isInstance).orElse(false)) {
                                // The ledger's entry goes with the transaction.
                                status.setRollbackOnly();
                            }
                            return written;
                        });
        return accepted.or(() -> again(form, arrival))
                .orElseGet(() -> new Refused(Refusal.ALREADY_DECLARED, arrival));
    }

    /** Empty when the key was used, or the person has an active declaration. */
    private Optional<Submission> write(DeclarationRow row, DeclarationForm form) {
        if (!table.insert(row)) {
            return Optional.empty();
        }
        if (!table.attach(row, form.evidence())) {
            return Optional.of(new Refused(Refusal.EVIDENCE_USED, row.arrivedAt()));
        }
        events.publishEvent(
                new DeclarationSubmitted(row.id(), row.session(), row.admissionNumber()));
        return Optional.of(row.accepted());
    }

    /** Salt first, then the ledger, whose head stays locked until the commit. */
    private DeclarationRow declare(DeclarationForm form, Passage.InTime passed, Instant arrival) {
        var entry = passed.entry();
        var place = passed.place();
        String commitment = ledger.commit(record(form, entry.person(), place, arrival));
        var body =
                Json.object()
                        .put("commitment", commitment)
                        .put("session", form.session().value())
                        .put("province", place.province().value())
                        .put("ground", form.ground().name())
                        .put("round", passed.window().round().name())
                        .build();
        var id = new DeclarationId(entropy.id());
        String receipt = Receipts.fresh(entropy);
        long index =
                ledger.append(new Act("declaration.submitted", arrival, by(form), body)).index();
        return new DeclarationRow(
                id,
                receipt,
                form.session(),
                form.admissionNumber(),
                entry.person(),
                entry.qualification().name(),
                form.ground(),
                place,
                passed.window().id(),
                Stage.SUBMITTED,
                form.typedBy(),
                form.key(),
                sha256(form),
                arrival,
                commitment,
                index,
                Optional.empty(),
                form.begun(),
                form.employer(),
                evidenceUntil(passed.window(), arrival));
    }

    private static Optional<Instant> evidenceUntil(WindowOnRecord window, Instant arrival) {
        return Optional.of(window.uploadTrail()).filter(Duration::isPositive).map(arrival::plus);
    }

    /** The answer of before, when the key was used: the same for the same form. */
    private Optional<Submission> again(DeclarationForm form, Instant arrival) {
        return table.byKey(form.key())
                .map(
                        row ->
                                row.formSha256().equals(sha256(form))
                                        ? row.accepted()
                                        : new Refused(Refusal.KEY_REUSED, arrival));
    }

    Submission resubmit(DeclarationId id, DeclarationForm form) {
        var arrival = now();
        var found = table.find(id).filter(row -> isOf(row, form));
        if (found.isEmpty()) {
            return new Refused(Refusal.NOT_YOURS, arrival);
        }
        var row = found.get();
        var before = steps.resubmission(id, form.key());
        if (before.isPresent()) {
            return new Accepted(id, row.receipt(), row.arrivedAt(), before.get());
        }
        var admitted = gate.admit(form);
        if (!(admitted instanceof Passage.Open(_, var place))) {
            return admitted instanceof Passage.Shut(var why)
                    ? new Refused(why, arrival)
                    : new Refused(Refusal.NO_WINDOW, arrival);
        }
        return mendable(row, place, arrival)
                .<Submission>map(why -> new Refused(why, arrival))
                .orElseGet(() -> mend(row, form, place, arrival));
    }

    private static boolean isOf(DeclarationRow row, DeclarationForm form) {
        return row.session().equals(form.session())
                && row.admissionNumber().equals(form.admissionNumber());
    }

    private static Optional<Refusal> mendable(
            DeclarationRow row, DivisionCode place, Instant arrival) {
        if (Life.after(row.stage(), Step.RESUBMIT).isEmpty()) {
            return Optional.of(Refusal.NOT_RETURNED);
        }
        if (row.mendUntil().filter(until -> !arrival.isAfter(until)).isEmpty()) {
            return Optional.of(Refusal.MENDING_CLOSED);
        }
        return place.province().equals(row.province())
                ? Optional.empty()
                : Optional.of(Refusal.PROVINCE_DIFFERS);
    }

    private Submission mend(
            DeclarationRow row, DeclarationForm form, DivisionCode place, Instant arrival) {
        var mended = row.mended(form.ground(), place, form.employer(), form.typedBy());
        var index =
                transaction.execute(
                        status -> {
                            var body =
                                    Json.object()
                                            .put("submission", row.ledgerIndex())
                                            .put(
                                                    "commitment",
                                                    ledger.commit(
                                                            record(
                                                                    form,
                                                                    row.person(),
                                                                    place,
                                                                    arrival)))
                                            .put("session", row.session().value())
                                            .put("province", row.province().value())
                                            .put("ground", form.ground().name())
                                            .build();
                            return take(
                                    mended,
                                    Step.RESUBMIT,
                                    new Act("declaration.resubmitted", arrival, by(form), body),
                                    Optional.of(form.key()),
                                    status);
                        });
        return index.<Submission>map(
                        at -> new Accepted(row.id(), row.receipt(), row.arrivedAt(), at))
                .orElseGet(() -> new Refused(Refusal.NOT_RETURNED, arrival));
    }

    Optional<Refusal> withdraw(DeclarationId id, String admissionNumber) {
        var now = now();
        var found = table.find(id).filter(row -> row.admissionNumber().equals(admissionNumber));
        if (found.isEmpty()) {
            return Optional.of(Refusal.NOT_YOURS);
        }
        var row = found.get();
        if (Life.after(row.stage(), Step.WITHDRAW).isEmpty()) {
            return Optional.of(Refusal.DECIDED);
        }
        if (!gate.isOpen(row, now)) {
            return Optional.of(Refusal.WINDOW_CLOSED);
        }
        var body =
                Json.object()
                        .put("submission", row.ledgerIndex())
                        .put("session", row.session().value())
                        .put("province", row.province().value())
                        .build();
        var act = new Act("declaration.withdrawn", now, List.of(), body);
        var index =
                transaction.execute(
                        status -> take(row, Step.WITHDRAW, act, Optional.empty(), status));
        return index.isPresent() ? Optional.empty() : Optional.of(Refusal.DECIDED);
    }

    private Optional<Long> take(
            DeclarationRow row,
            Step step,
            Act act,
            Optional<String> key,
            org.springframework.transaction.TransactionStatus status) {
        var to = Life.after(row.stage(), step).orElseThrow();
        long index = ledger.append(act).index();
        var fresh =
                new StepTable.Fresh(
                        row,
                        new Life.Transition(row.stage(), step, to),
                        act.at(),
                        Optional.empty(),
                        "",
                        "",
                        Optional.empty(),
                        key,
                        index);
        if (steps.take(fresh)) {
            return Optional.of(index);
        }
        status.setRollbackOnly();
        return Optional.empty();
    }

    /** What a commitment is made to: enough to prove later what was declared, and when. */
    private static byte[] record(
            DeclarationForm form, String person, DivisionCode place, Instant arrival) {
        return Committed.to(
                        form.session(),
                        form.admissionNumber(),
                        person,
                        form.ground(),
                        place,
                        arrival,
                        form.commitment())
                .bytes();
    }

    private static String sha256(DeclarationForm form) {
        return Digest.hex(
                Json.object()
                        .put("session", form.session().value())
                        .put("admissionNumber", form.admissionNumber())
                        .put("ground", form.ground().name())
                        .put("place", form.place().map(DivisionCode::value).orElse(null))
                        .put("commitmentAccepted", form.commitment())
                        .put("employer", form.employer())
                        .put(
                                "evidence",
                                Json.texts(
                                        form.evidence().stream().map(Submissions::text).toList()))
                        .put("typedBy", form.typedBy().map(UUID::toString).orElse(null))
                        .build()
                        .bytes());
    }

    private static String text(DeclarationForm.EvidenceOf evidence) {
        return evidence.item() + ":" + evidence.file();
    }

    private static List<UUID> by(DeclarationForm form) {
        return form.typedBy().stream().toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
