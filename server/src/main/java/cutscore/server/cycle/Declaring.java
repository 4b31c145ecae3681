package cutscore.server.cycle;

import cutscore.kernel.id.SessionId;
import cutscore.server.cycle.Declarers.Declarer;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.DeclarationForm;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Review;
import cutscore.server.declaration.ReviewOutcome;
import cutscore.server.declaration.Submission;
import cutscore.server.exam.DeclaredGround;
import java.util.ArrayList;
import java.util.List;

/**
 * Declarations inside the window, then review with reasons: most are approved, some are returned
 * and mended, some returned and never mended, some rejected.
 */
final class Declaring {
    private static final int RETURNED_PERMILLE = 60;
    private static final int REJECTED_PERMILLE = 25;
    private static final int NEVER_MENDED_PERMILLE = 300;

    private final Declarations declarations;
    private final ScriptedClock clock;
    private final Timeline timeline;
    private final SessionId session;
    private final Cast cast;
    private final Chance chance;
    private final Progress progress;

    Declaring(
            Declarations declarations,
            ScriptedClock clock,
            Opening opening,
            Cast cast,
            Chance chance,
            Progress progress) {
        this.declarations = declarations;
        this.clock = clock;
        this.timeline = opening.timeline();
        this.session = opening.session();
        this.cast = cast;
        this.chance = chance;
        this.progress = progress;
    }

    /** A declaration that the gate accepted. */
    private record Filed(DeclarationId id, Declarer by) {}

    /** How it went. */
    record Tally(long declared, long approved, long returned, long rejected) {}

    Tally play(List<Declarer> declarers) {
        progress.begins(Stage.DECLARATIONS, declarers.size());
        var filed = submit(declarers);
        progress.ends();
        progress.begins(Stage.REVIEW, filed.size());
        var returned = reviewAll(filed);
        var mended = mend(returned);
        reviewAgain(mended);
        progress.ends();
        long rejected = filed.stream().filter(f -> rejects(f.by())).count();
        long approved = filed.size() - returned.size() - rejected + mended.size();
        return new Tally(filed.size(), approved, returned.size(), rejected);
    }

    private List<Filed> submit(List<Declarer> declarers) {
        var filed = new ArrayList<Filed>(declarers.size());
        for (int i = 0; i < declarers.size(); i++) {
            var declarer = declarers.get(i);
            clock.moveTo(timeline.declared(i, declarers.size()));
            switch (declarations.submit(form(declarer, "first"))) {
                case Submission.Accepted accepted -> filed.add(new Filed(accepted.id(), declarer));
                case Submission.Refused refused ->
                        throw new IllegalStateException("the gate refused: " + refused.why());
            }
            progress.at(i + 1L);
        }
        return filed;
    }

    /** Every sending has an idempotency key of its own. */
    private DeclarationForm form(Declarer declarer, String sending) {
        String key = "play-" + sending + "-" + Long.toHexString(declarer.order());
        return DeclarationForm.of(
                session,
                declarer.admissionNumber(),
                declarer.ground(),
                declarer.place(),
                true,
                key);
    }

    /** One review each; answers those that were returned. */
    private List<Filed> reviewAll(List<Filed> filed) {
        var returned = new ArrayList<Filed>();
        for (int i = 0; i < filed.size(); i++) {
            var one = filed.get(i);
            clock.moveTo(timeline.reviewed(i, filed.size()));
            if (returns(one.by())) {
                returned.add(one);
            }
            review(one.id(), firstReview(one.by()), i);
            progress.at(i + 1L);
        }
        return returned;
    }

    /** What was returned is mended in time, or never. */
    private List<Filed> mend(List<Filed> returned) {
        var mended =
                returned.stream()
                        .filter(f -> !lets("never mends", f.by(), NEVER_MENDED_PERMILLE))
                        .toList();
        for (int i = 0; i < mended.size(); i++) {
            clock.moveTo(timeline.mended(i, mended.size()));
            var answer =
                    declarations.resubmit(mended.get(i).id(), form(mended.get(i).by(), "again"));
            if (answer instanceof Submission.Refused refused) {
                throw new IllegalStateException("the gate refused a correction: " + refused.why());
            }
        }
        return mended;
    }

    private void reviewAgain(List<Filed> mended) {
        for (int i = 0; i < mended.size(); i++) {
            clock.moveTo(timeline.reviewedAgain(i, mended.size()));
            review(mended.get(i).id(), new Review.Approved(clause(mended.get(i).by())), i);
        }
    }

    private void review(DeclarationId id, Review review, long turn) {
        var outcome = declarations.review(id, review, cast.reviewer(turn));
        if (outcome instanceof ReviewOutcome.NotReviewed refused) {
            throw new IllegalStateException("not reviewed: " + refused.why());
        }
    }

    private Review firstReview(Declarer by) {
        boolean works = by.ground() == DeclaredGround.WORKS;
        if (returns(by)) {
            String reason = works ? "工作证明缺少单位公章，请补正" : "承诺书签名处空白，请补正";
            return new Review.Returned(reason, clause(by), timeline.mendUntil());
        }
        if (rejects(by)) {
            String reason = works ? "经核实，工作单位不在所填的县（市、区）" : "经核实，所填信息与报名材料不符";
            return new Review.Rejected(reason, clause(by));
        }
        return new Review.Approved(clause(by));
    }

    private boolean returns(Declarer by) {
        return lets("is returned", by, RETURNED_PERMILLE);
    }

    private boolean rejects(Declarer by) {
        return !returns(by) && lets("is rejected", by, REJECTED_PERMILLE);
    }

    private boolean lets(String question, Declarer by, int permille) {
        return chance.lets(question, by.admissionNumber(), permille);
    }

    private static String clause(Declarer by) {
        return by.ground() == DeclaredGround.WORKS ? "四(二)" : "四(一)";
    }
}
