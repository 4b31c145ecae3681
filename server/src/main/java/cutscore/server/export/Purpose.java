package cutscore.server.export;

import cutscore.kernel.Words;

/** What an export is for, in kinds; the words beside it stay in the house. */
public enum Purpose {
    REVIEW(new Words("审核工作", "reviewing")),
    STATISTICS(new Words("统计分析", "statistics")),
    POSTING(new Words("邮寄和发放", "posting certificates")),
    INSPECTION(new Words("检查和审计", "inspection and audit")),
    OTHER(new Words("其他", "something else"));

    private final Words words;

    Purpose(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
