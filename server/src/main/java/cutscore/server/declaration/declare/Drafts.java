package cutscore.server.declaration.declare;

import cutscore.kernel.id.Entropy;
import cutscore.server.access.ExamineeAccount;
import cutscore.server.declaration.DeclarationForm;
import cutscore.server.declaration.DeclarationForm.EvidenceOf;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Stage;
import cutscore.server.declaration.Submission;
import cutscore.server.exam.DeclaredGround;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Begins drafts, keeps them at every step, and sends them. */
@Component
final class Drafts {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{16,64}");

    private final DraftTable table;
    private final Declarations declarations;
    private final Entropy entropy;
    private final InstantSource clock;

    Drafts(DraftTable table, Declarations declarations, Entropy entropy, InstantSource clock) {
        this.table = table;
        this.declarations = declarations;
        this.entropy = entropy;
        this.clock = clock;
    }

    /** The draft of a sitting that is still open and can still be sent as what it was begun as. */
    Optional<Draft> of(ExamineeAccount who) {
        return table.open(who.session(), who.admissionNumber())
                .filter(draft -> !isOvertaken(draft, returned(who)));
    }

    /**
     * What it was to mend was withdrawn or decided, or there is something to mend now that it does
     * not know of, or it was sent although its answer was lost.
     */
    private boolean isOvertaken(Draft draft, Optional<DeclarationView> returned) {
        return !draft.mends().equals(returned.map(DeclarationView::id)) || table.wasSent(draft);
    }

    private Optional<DeclarationView> returned(ExamineeAccount who) {
        return active(who).filter(one -> one.stage() == Stage.RETURNED);
    }

    /**
     * The open draft, begun now when there is none. A returned declaration is filled in as it was
     * sent, so that only what was asked for has to be changed; what was typed into a draft that was
     * overtaken is kept.
     *
     * @param browserKey the idempotency key the browser made; one of ours is used where it made
     *     none or the key is taken
     */
    Draft begin(ExamineeAccount who, String browserKey) {
        var returned = returned(who);
        var open = table.open(who.session(), who.admissionNumber());
        if (open.filter(draft -> !isOvertaken(draft, returned)).isPresent()) {
            return open.get();
        }
        open.ifPresent(overtaken -> table.sent(overtaken.id()));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var answers =
                returned.map(Drafts::asSent)
                        .or(() -> open.map(Draft::answers))
                        .orElse(Answers.NONE);
        var keys =
                KEY.matcher(browserKey).matches()
                        ? List.of(browserKey, freshKey())
                        : List.of(freshKey());
        for (var key : keys) {
            var draft =
                    new Draft(
                            entropy.id(),
                            who.session(),
                            who.admissionNumber(),
                            returned.map(DeclarationView::id),
                            now,
                            now,
                            answers,
                            key);
            if (table.insert(draft)) {
                return draft;
            }
        }
        // Another tab began one in the meantime.
        return of(who).orElseThrow();
    }

    private String freshKey() {
        return HexFormat.of().formatHex(entropy.bytes(20));
    }

    private static Answers asSent(DeclarationView sent) {
        var place =
                sent.ground() == DeclaredGround.REGISTERED
                        ? Optional.<cutscore.kernel.id.DivisionCode>empty()
                        : Optional.of(sent.place());
        return new Answers(true, Optional.of(sent.ground()), place, sent.employer(), false);
    }

    void save(Draft draft, Answers answers) {
        table.save(draft.id(), answers, clock.instant());
    }

    /** The declaration of the sitting that is not withdrawn, if there is one. */
    Optional<DeclarationView> active(ExamineeAccount who) {
        return declarations.of(who.session(), who.admissionNumber()).stream()
                .filter(one -> one.stage() != Stage.WITHDRAWN)
                .reduce((_, later) -> later);
    }

    /**
     * Sends the draft through the gate; one that was accepted is closed.
     *
     * @param commitment whether the commitment was accepted
     * @param evidence the files that go with it
     * @param typedBy the officer at the counter; empty when the declarant filled it in
     */
    Submission send(
            Draft draft, boolean commitment, List<EvidenceOf> evidence, Optional<UUID> typedBy) {
        var answers = draft.answers();
        var form =
                new DeclarationForm(
                        draft.session(),
                        draft.admissionNumber(),
                        answers.ground().orElseThrow(),
                        answers.place(),
                        commitment,
                        draft.key(),
                        typedBy,
                        Optional.of(draft.begun()),
                        answers.employer(),
                        evidence);
        var submission =
                draft.mends()
                        .map(id -> declarations.resubmit(id, form))
                        .orElseGet(() -> declarations.submit(form));
        if (submission instanceof Submission.Accepted) {
            table.sent(draft.id());
        }
        return submission;
    }
}
