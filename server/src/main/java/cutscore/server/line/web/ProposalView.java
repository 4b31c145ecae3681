package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.server.line.Computation;
import cutscore.server.line.LineState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A proposal, for one officer.
 *
 * @param file hidden from whom it has to be hidden
 * @param proposer the officers' names, as far as they acted
 * @param viewer who looks
 */
record ProposalView(
        LineState state,
        Optional<LineCase> file,
        String proposer,
        List<Computed> computations,
        UUID viewer) {

    /** A blind computation with the name of who made it. */
    record Computed(Computation computation, String by) {}

    /** Whether the viewer may compute it blind: not the proposer, and once only. */
    boolean awaitsComputation() {
        boolean open =
                state instanceof LineState.Proposed
                        || state instanceof LineState.Computed
                        || state instanceof LineState.Disputed;
        return open && !isMine() && !haveComputed();
    }

    /** Whether the viewer may approve it: on their own computation, and all of them agree. */
    boolean awaitsApproval() {
        return state instanceof LineState.Computed && haveComputed();
    }

    boolean isMine() {
        return state.proposal().by().equals(viewer);
    }

    boolean haveComputed() {
        return state.computations().stream().anyMatch(c -> c.by().equals(viewer));
    }

    boolean isDisputed() {
        return state instanceof LineState.Disputed;
    }

    boolean awaitsFiling() {
        return state instanceof LineState.Approved;
    }

    static Words stage(LineState state) {
        return switch (state) {
            case LineState.Proposed _ ->
                    new Words("已提出，等另一名分析员盲算", "proposed, a blind computation is due");
            case LineState.Computed _ ->
                    new Words("盲算一致，等同意", "computed blind with the same result, approval is due");
            case LineState.Disputed _ ->
                    new Words("盲算不一致，不能同意", "a blind computation differs: not to be approved");
            case LineState.Approved _ -> new Words("已同意，等审核备案", "approved, clearance is due");
            case LineState.Filed _ -> new Words("已备案，等公布", "filed, publication is due");
            case LineState.Published _ -> new Words("已公布", "published");
        };
    }

    static String mark(LineState state) {
        return switch (state) {
            case LineState.Published _ -> "ok";
            case LineState.Disputed _ -> "bad";
            case LineState.Proposed _,
                    LineState.Computed _,
                    LineState.Approved _,
                    LineState.Filed _ ->
                    "wait";
        };
    }
}
