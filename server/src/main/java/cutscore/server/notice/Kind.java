package cutscore.server.notice;

import cutscore.kernel.Words;

/** What people are told of. */
enum Kind {
    MAY_DECLARE(true, "可以申报了", "that you may declare"),
    REMINDER(true, "申报快截止了", "that the window is about to close"),
    WINDOW_EXTENDED(false, "申报时间延长", "that a window was extended"),
    DECLARATION_RECEIVED(false, "收到申报", "that a declaration arrived"),
    DECLARATION_RETURNED(true, "申报被退回补正", "that a declaration was returned"),
    DECLARATION_DECIDED(false, "申报审完", "that a declaration was reviewed"),
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

    /** Whether one may be told no more of it: not of what guards the account. */
    boolean mayBeStopped() {
        return this != ACCOUNT_CHANGED && this != CODE;
    }

    Words words() {
        return words;
    }
}
