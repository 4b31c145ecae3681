package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.Json;
import cutscore.server.database.Arrivals;
import cutscore.server.declaration.Gate.Passage;
import cutscore.server.declaration.Life.Step;
import cutscore.server.declaration.Submission.Accepted;
import cutscore.server.declaration.Submission.Refused;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The declarant's steps after the first, each one transaction with its ledger entry. */
@Component
final class Submissions {
    private final Gate gate;
    private final DeclarationTable table;
    private final StepTable steps;
    private final EvidenceTable evidence;
    private final Ledger ledger;
    private final Arrivals arrivals;
    private final TransactionTemplate transaction;

    Submissions(
            Gate gate,
            DeclarationTable table,
            StepTable steps,
            EvidenceTable evidence,
            Ledger ledger,
            Arrivals arrivals,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.table = table;
        this.steps = steps;
        this.evidence = evidence;
        this.ledger = ledger;
        this.arrivals = arrivals;
        this.transaction = transaction;
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
        var admitted = gate.admit(form, arrival);
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
                            if (!evidence.add(row.id(), form.evidence(), arrival)) {
                                status.setRollbackOnly();
                                return Optional.<Long>empty();
                            }
                            var body =
                                    Json.object()
                                            .put("submission", row.ledgerIndex())
                                            .put(
                                                    "commitment",
                                                    ledger.commit(
                                                            FormBytes.committed(
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

    private static List<UUID> by(DeclarationForm form) {
        return form.typedBy().stream().toList();
    }

    private Instant now() {
        return arrivals.instant(arrivals.current());
    }
}
