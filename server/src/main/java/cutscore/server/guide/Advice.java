package cutscore.server.guide;

import cutscore.kernel.Words;
import cutscore.server.exam.EvidenceAsked;
import cutscore.server.exam.WindowOnRecord;
import java.util.List;
import java.util.Optional;

/**
 * The self-check's answer.
 *
 * @param sentence the one sentence
 * @param reasons why, each with its source
 * @param evidence what to prepare, once it is known on which ground
 * @param window the window it is about, once it is known
 */
record Advice(
        Kind kind,
        Words sentence,
        List<Reason> reasons,
        Optional<EvidenceAsked> evidence,
        Optional<WindowOnRecord> window) {

    /** The five answers there are. */
    enum Kind {
        MAY,
        PAPERS_WANTED,
        NEED_NOT,
        OUT,
        NOT_SURE
    }

    /**
     * One step of it.
     *
     * @param source the document and clause, in Chinese; empty where it is plain arithmetic
     */
    record Reason(Words what, String source) {}

    static Advice plain(Kind kind, Words sentence, List<Reason> reasons) {
        return new Advice(kind, sentence, reasons, Optional.empty(), Optional.empty());
    }
}
