package cutscore.server.line.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Words;
import cutscore.kernel.blast.BlastKey;
import cutscore.kernel.blast.BlastKind;
import cutscore.kernel.blast.BlastMove;
import cutscore.kernel.blast.BlastReport;
import cutscore.server.line.Downstream;
import cutscore.server.line.LineState;
import java.util.List;
import java.util.Optional;

/**
 * The question, and the answer once it was asked.
 *
 * @param downstream pages of other rooms that can be asked the same
 */
record BlastView(
        LineState state,
        ChangesForm form,
        Optional<BlastReport> report,
        List<Fault> faults,
        List<Downstream> downstream) {
    /** More people than that are counted, not listed. */
    static final int MOST_SHOWN = 200;

    BlastView {
        faults = List.copyOf(faults);
        downstream = List.copyOf(downstream);
    }

    static BlastView asking(LineState state) {
        return new BlastView(state, ChangesForm.blank(), Optional.empty(), List.of(), List.of());
    }

    static BlastView answering(
            LineState state, ChangesForm form, BlastReport report, List<Downstream> downstream) {
        return new BlastView(state, form, Optional.of(report), List.of(), downstream);
    }

    static BlastView refused(LineState state, ChangesForm form, List<Fault> faults) {
        return new BlastView(state, form, Optional.empty(), faults, List.of());
    }

    static Words headline(BlastReport report) {
        if (report.stillTheLine()) {
            return new Words("改动后线不变", "With these changes the line stays");
        }
        return report.stillHolds()
                ? new Words(
                        "公布的线仍不超过全国通过率，但重新测算会是另一条线",
                        "The line still keeps the national rate, but a new determination would"
                                + " give another")
                : new Words("改动后，这条线不再成立", "With these changes the line no longer holds");
    }

    static String icon(BlastReport report) {
        return report.stillTheLine() ? "ok" : report.stillHolds() ? "warn" : "bad";
    }

    static String icon(BlastKey key) {
        return key.stillTheLine() ? "ok" : key.stillHolds() ? "warn" : "bad";
    }

    static Words verdict(BlastKey key) {
        return key.stillTheLine()
                ? new Words("线不变", "the line stays")
                : key.stillHolds()
                        ? new Words("仍成立，但会是另一条线", "still holds, would be another")
                        : new Words("不再成立", "no longer holds");
    }

    static String icon(BlastKind kind) {
        return switch (kind) {
            case GAINS, CLAIM_GAINED -> "ok";
            case LOSES, CLAIM_LOST -> "bad";
            case OTHER_LINE -> "warn";
            case UNCHANGED -> "out";
        };
    }

    static List<BlastMove> shown(BlastReport report) {
        return report.moves().stream().limit(MOST_SHOWN).toList();
    }

    /** Where a fault stands, as far as it stands somewhere. */
    static Words place(Fault fault) {
        return fault.line() == 0
                ? new Words("", "")
                : new Words(
                        "第 " + fault.line() + " 行第 " + fault.column() + " 栏：",
                        "line " + fault.line() + ", column " + fault.column() + ": ");
    }
}
