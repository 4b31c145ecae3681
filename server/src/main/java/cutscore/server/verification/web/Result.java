package cutscore.server.verification.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.seal.Reason;
import cutscore.kernel.seal.Verdict;
import cutscore.kernel.seal.VerdictWords;
import cutscore.server.verification.Answer;
import java.util.List;

/** A verdict as the page shows it: the sentence first, then colour, icon and word together. */
record Result(Question question, Answer answer) {
    private static final VerdictWords WORDS = new VerdictWords(Divisions.builtIn()::fullName);

    /** What became of the name that was typed. */
    record NameLine(String kind, Words words) {}

    Verdict verdict() {
        return answer.verdict();
    }

    Words sentence() {
        return WORDS.of(verdict());
    }

    /** The state in a word or two, for the title. */
    Words state() {
        return switch (verdict().kind()) {
            case VALID_HERE -> new Words("在此有效", "Valid here");
            case GENUINE -> new Words("证书是真的", "Genuine");
            case NOT_VALID_HERE -> new Words("是真的，但在此无效", "Genuine, not valid here");
            case CANNOT_CONFIRM -> new Words("暂不能确定", "Cannot confirm");
            case VOID -> new Words("已作废", "Void");
            case NOT_FOUND -> new Words("查无此证，可能输错", "Not found; perhaps mistyped");
            case NOT_GENUINE -> new Words("不是真证书", "Not genuine");
        };
    }

    String icon() {
        return switch (verdict().kind()) {
            case VALID_HERE, GENUINE -> "ok";
            case NOT_VALID_HERE -> "elsewhere";
            case CANNOT_CONFIRM -> "wait";
            case VOID, NOT_FOUND, NOT_GENUINE -> "bad";
        };
    }

    String colour() {
        return icon().equals("wait") ? "warn" : icon();
    }

    boolean isVoid() {
        return verdict().kind() == Verdict.Kind.VOID;
    }

    List<NameLine> nameLine() {
        if (verdict().reasons().contains(Reason.NAME_MATCHES)) {
            return List.of(new NameLine("ok", new Words("相符", "matches")));
        }
        return verdict().reasons().contains(Reason.NAME_DIFFERS)
                ? List.of(new NameLine("bad", new Words("不符，可能输错", "differs; perhaps mistyped")))
                : List.of();
    }
}
