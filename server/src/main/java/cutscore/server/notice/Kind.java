package cutscore.server.notice;

import cutscore.kernel.Words;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What people are told of. */
enum Kind {
    MAY_DECLARE(true, "可以申报了", "that you may declare"),
    REMINDER(true, "申报快截止了", "that the window is about to close"),
    WINDOW_EXTENDED(false, "申报时间延长", "that a window was extended"),
    DECLARATION_RECEIVED(false, "收到申报", "that a declaration arrived"),
    DECLARATION_RETURNED(true, "申报被退回补正", "that a declaration was returned"),
    MEND_DEADLINE(true, "补正快截止了", "that the time for a correction is about to end"),
    DECLARATION_REOPENED(true, "申报重新审核", "that a declaration is reviewed again"),
    DECLARATION_DECIDED(false, "申报审完", "that a declaration was reviewed"),
    APPEAL_DECIDED(false, "申诉有了结果", "that an appeal was decided"),
    CORRECTION_ANSWERED(false, "更正申请有了答复", "that a request for correction was answered"),
    LINE_PUBLISHED(false, "线公布了", "that a line was published"),
    CERTIFICATE_READY(false, "证书可以下载", "that a certificate is ready"),
    ACCOUNT_CHANGED(false, "账号有变动", "that your account changed"),
    CODE(true, "验证码", "codes");

    private final boolean bySms;
    private final Words words;

    Kind(boolean bySms, String zh, String en) {
        this.bySms = bySms;
        this.words = new Words(zh, en);
    }

    /** Whether it goes by SMS too where nothing else was chosen: deadlines and returns do. */
    boolean isBySms() {
        return bySms;
    }

    /**
     * Whether one may be told no more of it: not of what guards the account, and not of what an
     * officer did to one's own declaration that ends a right when nobody reads it (decision 0122).
     */
    boolean mayBeStopped() {
        return switch (this) {
            case DECLARATION_RETURNED, MEND_DEADLINE, DECLARATION_REOPENED, ACCOUNT_CHANGED, CODE ->
                    false;
            case MAY_DECLARE,
                    REMINDER,
                    WINDOW_EXTENDED,
                    DECLARATION_RECEIVED,
                    DECLARATION_DECIDED,
                    APPEAL_DECIDED,
                    CORRECTION_ANSWERED,
                    LINE_PUBLISHED,
                    CERTIFICATE_READY ->
                    true;
        };
    }

    /** What comes whatever one chose: 验证码、账号有变动…. */
    static Words always() {
        var all = Arrays.stream(values()).filter(kind -> !kind.mayBeStopped()).toList();
        return new Words(
                all.stream().map(kind -> kind.words().zh()).collect(Collectors.joining("、")),
                all.stream().map(kind -> kind.words().en()).collect(Collectors.joining("; ")));
    }

    Words words() {
        return words;
    }
}
