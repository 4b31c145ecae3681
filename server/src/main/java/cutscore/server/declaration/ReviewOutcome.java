package cutscore.server.declaration;

import cutscore.kernel.Words;

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
        MENDING_TOO_SHORT(1105, "补正期限必须晚于现在", "the term for correction must lie ahead");

        private final int number;
        private final Words words;

        Why(int number, String zh, String en) {
            this.number = number;
            this.words = new Words(zh, en);
        }

        public int number() {
            return number;
        }

        public Words words() {
            return words;
        }
    }
}
