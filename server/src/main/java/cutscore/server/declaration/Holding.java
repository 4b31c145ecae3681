package cutscore.server.declaration;

import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a declaration now, what they do next, and until when.
 *
 * @param who an office or the declarant; never a person by name
 * @param until empty where nobody has said
 */
public record Holding(Words who, Words next, Optional<Instant> until) {
    private static final Words NOBODY = new Words("没有人", "nobody");

    /** By its stage alone: what follows an approval is the centre's to say. */
    public static Holding of(DeclarationView declaration) {
        var province = Divisions.builtIn().fullName(declaration.province());
        return switch (declaration.stage()) {
            case SUBMITTED ->
                    new Holding(
                            new Words(
                                    province + "的省级考试机构",
                                    "the provincial exam body of " + province),
                            new Words(
                                    "逐件审核：通过、退回补正或者不予通过；每一步都会写在进度里",
                                    "reviews it: approves, returns it for correction, or rejects"
                                            + " it; every step is shown"),
                            Optional.empty());
            case RETURNED ->
                    new Holding(
                            new Words("你", "you"),
                            new Words(
                                    "按退回的理由补正后再次提交；逾期不补正，这次申报就不再审核",
                                    "correct what the officer named and send it again; after the"
                                            + " date it is not reviewed any more"),
                            declaration.mendUntil());
            case APPROVED ->
                    new Holding(
                            new Words("工业和信息化部教育与考试中心", "the national exam centre"),
                            new Words(
                                    "研究提出合格标准，经审核备案后公布；结果写在“我的办理”",
                                    "proposes the line; after clearance it is published, and your"
                                            + " result stands on “My matters”"),
                            Optional.empty());
            case REJECTED ->
                    new Holding(
                            NOBODY,
                            new Words(
                                    "审核已经结束；理由和条款写在进度里",
                                    "the review is over; its reason and clause are shown"),
                            Optional.empty());
            case WITHDRAWN ->
                    new Holding(
                            NOBODY,
                            new Words(
                                    "已经撤回；窗口开放期间可以重新申报",
                                    "withdrawn; while a window is open you can declare again"),
                            Optional.empty());
        };
    }
}
