package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.MeasuredKey;
import cutscore.server.line.Computation;
import cutscore.server.line.LineState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A proposal, for one officer.
 *
 * @param dossier hidden from whom it has to be hidden
 * @param proposer the officers' names, as far as they acted
 * @param viewer who looks
 */
record ProposalView(
        LineState state,
        Optional<Dossier> dossier,
        String proposer,
        List<Computed> computations,
        Optional<String> approver,
        Optional<String> clearing,
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

    static Words outcome(MeasuredKey key) {
        return switch (key.outcome()) {
            case LineOutcome.SeparateLine line ->
                    new Words(
                            "单独划线 " + line.line().words().zh(),
                            "separate line: " + line.line().words().en());
            case LineOutcome.NationalLineStands(var reason) -> stands(reason);
        };
    }

    private static Words stands(LineOutcome.Reason reason) {
        return switch (reason) {
            case NOBODY_SAT -> new Words("没有单独线，同全国：无人参考", "the national line stands: nobody sat");
            case NOBODY_MEASURED ->
                    new Words("没有单独线，同全国：无人适用", "the national line stands: nobody is measured");
            case CAP_REACHED ->
                    new Words(
                            "没有单独线，同全国：再低就超过全国通过率",
                            "the national line stands: any lower mark exceeds the national rate");
            case NOTHING_GAINED ->
                    new Words(
                            "没有单独线，同全国：没有人因此增加",
                            "the national line stands: nobody more would pass");
        };
    }

    static Optional<LineOutcome.SeparateLine> line(MeasuredKey key) {
        return key.outcome() instanceof LineOutcome.SeparateLine line
                ? Optional.of(line)
                : Optional.empty();
    }

    /** 412/1903 = 21.65 %: the fraction decides, the percentage is for reading. */
    static String rate(long part, long whole) {
        if (whole == 0) {
            return part + "/" + whole;
        }
        var percent =
                BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
        return part + "/" + whole + " = " + percent + " %";
    }

    /** A line of the whole table, as its first column says it. */
    static Words at(MeasuredKey.Row row) {
        return switch (row) {
            case MeasuredKey.AtMark(var mark, _) -> same(mark.toString());
            case MeasuredKey.AtTotal(var total, _) -> new Words("总分 " + total, "total " + total);
            case MeasuredKey.InSubject(var subject, var mark, _) ->
                    new Words("科目" + subject + "：" + mark, "subject " + subject + ": " + mark);
        };
    }

    private static Words same(String text) {
        return new Words(text, text);
    }
}
