package cutscore.server.declaration;

import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.time.Beijing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Who holds a declaration now, what they do next, and until when.
 *
 * @param who an office or the declarant; never a person by name
 * @param until empty where nobody has said
 * @param source who said until when, and on what basis; empty where the act itself shows it
 */
public record Holding(Words who, Words next, Optional<Instant> until, Optional<Words> source) {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final Words NOBODY = new Words("没有人", "nobody");

    /** Where nobody has said until when. */
    public Holding(Words who, Words next) {
        this(who, next, Optional.empty(), Optional.empty());
    }

    /** Whether the date has passed: nothing lapses by it, an answer is owed. */
    public boolean isOverdue(Instant now) {
        return source.isPresent() && until.filter(now::isAfter).isPresent();
    }

    /**
     * By its stage alone: what follows an approval is the centre's to say.
     *
     * @param term what the province set; empty where it set none
     */
    static Holding of(DeclarationView declaration, Optional<ReviewTerm> term) {
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
                            term.map(set -> endOf(set.dueOn(declaration.waitingSince()))),
                            term.map(Holding::source));
            case RETURNED ->
                    new Holding(
                            new Words("你", "you"),
                            new Words(
                                    "按退回的理由补正后再次提交；逾期不补正，这次申报就不再审核",
                                    "correct what the officer named and send it again; after the"
                                            + " date it is not reviewed any more"),
                            declaration.mendUntil(),
                            Optional.empty());
            case APPROVED ->
                    new Holding(
                            new Words("工业和信息化部教育与考试中心", "the national exam centre"),
                            new Words(
                                    "研究提出合格标准，经审核备案后公布；结果写在“我的办理”",
                                    "proposes the line; after clearance it is published, and your"
                                            + " result stands on “My matters”"));
            case REJECTED ->
                    new Holding(
                            NOBODY,
                            new Words(
                                    "审核已经结束；理由和条款写在进度里",
                                    "the review is over; its reason and clause are shown"));
            case WITHDRAWN ->
                    new Holding(
                            NOBODY,
                            new Words(
                                    "已经撤回；窗口开放期间可以重新申报",
                                    "withdrawn; while a window is open you can declare again"));
        };
    }

    /** The last second of that day in Beijing. */
    private static Instant endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).toInstant(Beijing.OFFSET);
    }

    private static Words source(ReviewTerm term) {
        return new Words(
                "省级考试机构写明的审核期限：" + term.days() + " 天，从到达或补正的次日起算；依据：" + term.basis() + "。过期不影响你的申报",
                "the term that the provincial exam body set: "
                        + term.days()
                        + " days from the day after arrival or correction; basis: "
                        + term.basis()
                        + ". Your declaration does not lapse by it");
    }
}
