package cutscore.server.declaration.bench;

import cutscore.kernel.Fault;
import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.server.declaration.Bench;
import cutscore.server.declaration.HeldDecision;
import cutscore.server.declaration.Pile;
import cutscore.server.declaration.QueuedCase;
import cutscore.server.declaration.Review;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bench as one officer sees it.
 *
 * @param at which session and pile, and whether decisions are recorded at once
 * @param counts of each pile he may see, counted to {@link Bench#COUNTED}
 * @param before the case or two that arrived before the open one
 * @param after the next few
 * @param today how many decisions he recorded today; only he sees it
 * @param mendUntil the last day that the form of a return proposes
 */
record BenchView(
        List<SessionId> sessions,
        Standpoint at,
        Map<Pile, Integer> counts,
        List<QueuedCase> before,
        List<QueuedCase> after,
        Optional<BenchCase> open,
        List<HeldDecision> held,
        int today,
        LocalDate mendUntil,
        Typed typed,
        List<Fault> faults) {

    /** What was typed when a form was refused. */
    record Typed(String verdict, String reason, String clause, String note) {
        static final Typed NOTHING = new Typed("", "", "", "");
    }

    Optional<QueuedCase> next() {
        return after.stream().findFirst();
    }

    Optional<QueuedCase> previous() {
        return before.stream().reduce((_, later) -> later);
    }

    static String count(int counted) {
        return counted >= Bench.COUNTED ? (Bench.COUNTED - 1) + "+" : Integer.toString(counted);
    }

    static Words verdict(Review review) {
        return switch (review) {
            case Review.Approved _ -> new Words("通过", "approve");
            case Review.Returned _ -> new Words("退回补正", "return");
            case Review.Rejected _ -> new Words("不予通过", "reject");
        };
    }
}
