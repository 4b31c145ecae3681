package cutscore.server.publication;

import cutscore.kernel.Words;

/** Something that cannot be published, printed or found; nothing has changed. */
public final class PublicationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient Words words;

    PublicationRefused(Why why) {
        this(why, why.words());
    }

    /**
     * @param words what it is in this case
     */
    PublicationRefused(Why why, Words words) {
        super(words.toString(), null, false, false);
        this.why = why;
        this.words = words;
    }

    public Why why() {
        return why;
    }

    public Words words() {
        return words;
    }

    /** Public numbers 2101 to 2199. */
    public enum Why {
        NO_SUCH_ANNOUNCEMENT(2101, "没有这份公告", "no such announcement"),
        NOT_PRINTABLE(2102, "公告里有印不出的字", "the announcement has a character without a font"),
        PROPOSAL_GONE(
                2103,
                "这份公布提议已经办结或已撤回，请看最新的情况",
                "this proposal was settled or taken back: look at how it stands now"),
        TEXT_CHANGED(
                2104,
                "公告文字或卷宗与提出公布时不同，不能确认；请撤回后重新提出",
                "the announcement or its dossier is not what was proposed: take the proposal back"
                        + " and propose anew");

        private final int number;
        private final String zh;
        private final String en;

        Why(int number, String zh, String en) {
            this.number = number;
            this.zh = zh;
            this.en = en;
        }

        public int number() {
            return number;
        }

        public Words words() {
            return new Words(zh, en);
        }
    }
}
