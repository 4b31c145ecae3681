package cutscore.server.declaration;

import cutscore.kernel.Words;
import java.util.Arrays;
import java.util.Optional;

/** What became of a review. */
public sealed interface ReviewOutcome {

    /**
     * Recorded.
     *
     * @param stage where the declaration stands now
     */
    record Reviewed(DeclarationId id, Stage stage, long ledgerIndex) implements ReviewOutcome {}

    /** Not recorded. */
    record NotReviewed(DeclarationId id, Why why) implements ReviewOutcome {}

    /** Why a review is not recorded. Public numbers 1101 to 1199. */
    enum Why {
        NO_SUCH_DECLARATION(1101, "没有这份申报", "there is no such declaration"),
        NOT_WAITING(1102, "这份申报现在不在待审状态", "this declaration is not waiting for review"),
        NO_REASON(1103, "退回或不通过必须写明理由和条款", "returning or rejecting takes a reason and a clause"),
        OWN_WORK(
                1104,
                "这份申报是你代填的，请由另一人审核",
                "you typed this declaration in: another officer reviews it"),
        MENDING_TOO_SHORT(1105, "补正期限必须晚于现在", "the term for correction must lie ahead"),
        RECUSED(
                1106,
                "你已声明认识当事人（回避），请由另一人审核",
                "you said that you know the person: another officer reviews it"),
        DECIDED_BEFORE(
                1107,
                "这份申报之前由你作过结论，重新审核要由另一人办理",
                "you decided this case before: another officer reviews it again"),
        HELD(1108, "这份申报已有结论在等待记录", "a decision on this case is waiting to be recorded"),
        OWN_DOUBT(
                1109,
                "这份申报是你列为存疑的，请由另一人审核，或先取消存疑",
                "you put this case on the doubtful pile: another officer takes it, or take the"
                        + " doubt back first"),
        DOUBTED(1110, "这份申报已在存疑件里", "this case lies on the doubtful pile already"),
        CLAUSE_PERSONAL(
                1111,
                "条款会公开，里面像是有身份证件号码：只写条款号",
                "the clause is public and seems to hold an identity number: write the clause only"),
        MENDING_TOO_LONG(1112, "补正期限不能超过一年", "the term for correction is a year at the most");

        private final int number;
        private final Words words;

        Why(int number, String zh, String en) {
            this.number = number;
            this.words = new Words(zh, en);
        }

        public int number() {
            return number;
        }

        /** The one with that public number. */
        static Optional<Why> of(int number) {
            return Arrays.stream(values()).filter(why -> why.number == number).findFirst();
        }

        public Words words() {
            return words;
        }
    }
}
