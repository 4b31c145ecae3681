package cutscore.kernel.seal;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import java.util.function.Function;

/** The one sentence of a verdict, the same on every page, paper and terminal. */
public final class VerdictWords {
    private final Function<DivisionCode, String> name;

    /**
     * @param name a division's full name, 四川省甘孜藏族自治州道孚县
     */
    public VerdictWords(Function<DivisionCode, String> name) {
        this.name = name;
    }

    public Words of(Verdict verdict) {
        var at = verdict.at() == null ? "" : name.apply(verdict.at());
        var province = verdict.province() == null ? "" : name.apply(verdict.province());
        return switch (verdict.kind()) {
            case VALID_HERE ->
                    new Words(
                            "在此有效：" + at + "属于本证书的有效地区。",
                            "Valid here: the certificate counts in " + at + ".");
            case GENUINE ->
                    new Words(
                            "证书是真的，只在" + province + "的单独划线地区有效。",
                            "Genuine; it counts in the separate-line areas of "
                                    + province
                                    + " only.");
            case NOT_VALID_HERE ->
                    new Words(
                            "证书是真的，但在此无效：只在" + province + "的单独划线地区有效，" + notHere(verdict, at),
                            "Genuine, but not valid here: it counts in the separate-line areas of "
                                    + province
                                    + " only.");
            case CANNOT_CONFIRM ->
                    new Words(
                            "暂不能确定：" + verdict.reasons().getFirst().words().zh() + "。",
                            "Cannot confirm: " + verdict.reasons().getFirst().words().en() + ".");
            case VOID -> annulled(verdict);
            case NOT_FOUND ->
                    new Words(
                            "可能输错，请核对编号；按这个编号查不到证书。",
                            "Perhaps mistyped: please check it. No certificate has this number.");
            case NOT_GENUINE ->
                    new Words(
                            "不是真证书：" + verdict.reasons().getFirst().words().zh() + "。",
                            "Not genuine: " + verdict.reasons().getFirst().words().en() + ".");
        };
    }

    private static String notHere(Verdict verdict, String at) {
        return verdict.reasons().contains(Reason.NOT_YET_ISSUED) ? "而查询日早于签发日。" : at + "不在其中。";
    }

    private static Words annulled(Verdict verdict) {
        var annulled = verdict.annulled();
        if (annulled == null) {
            return new Words("已作废，自始无效。", "Void from the start.");
        }
        return new Words(
                "已作废，自始无效：" + annulled.since() + " 决定 " + annulled.decision() + "。",
                "Void from the start: decision "
                        + annulled.decision()
                        + " of "
                        + annulled.since()
                        + ".");
    }
}
