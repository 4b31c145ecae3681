package cutscore.server.notice;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.exam.WindowWords;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The words of every message. Each says what happened and where to look, nothing personal. */
final class Texts {
    private static final DateTimeFormatter ZH =
            DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EN =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private Texts() {}

    static Text mayDeclare(WindowOnRecord window) {
        var sentence = WindowWords.sentence(window.draft());
        return new Text(
                new Words(
                        "单独划线开始申报，您可能可以申报",
                        "Declarations for a separate line: you may be eligible"),
                new Words(
                        sentence.zh() + "您可能可以申报；登录后看自己的情况，三分钟办完。不申报的，视为放弃。",
                        sentence.en()
                                + " You may be eligible: sign in to see; it takes three minutes."
                                + " Who does not declare is treated as giving up."),
                path(window));
    }

    static Text reminder(WindowOnRecord window, Duration before) {
        var left = WindowWords.length(before);
        return new Text(
                new Words("申报还剩不到 " + left.zh(), "Less than " + left.en() + " left to declare"),
                new Words(
                        WindowWords.title(window.draft()).zh()
                                + "到 "
                                + zh(window.window().closes())
                                + "（北京时间）截止。您还没有申报。",
                        WindowWords.title(window.draft()).en()
                                + " closes at "
                                + en(window.window().closes())
                                + " (Beijing time). You have not declared."),
                path(window));
    }

    static Text extended(WindowOnRecord window) {
        return new Text(
                new Words("申报时间延长了", "The window was extended"),
                WindowWords.sentence(window.draft()),
                path(window));
    }

    /** Neither the line nor what it means for anybody. */
    static Text published(SessionId session, String path) {
        return new Text(
                new Words("单独划线的公告发布了", "The announcement on the separate line is out"),
                new Words(
                        session.chinese() + "考试单独划线的公告发布了，点开可看。申报过的，登录后看自己的结果和理由。",
                        "The announcement on the separate line of exam "
                                + session
                                + " is out. Who declared: sign in to see your result and the"
                                + " reason."),
                path);
    }

    /** Before the last moment of a correction. */
    static Text mendDeadline(Duration before, Instant until) {
        var left = WindowWords.length(before);
        return me(
                new Words("补正还剩不到 " + left.zh(), "Less than " + left.en() + " left to mend"),
                new Words(
                        "您的申报退回了，还没有补正；请在 " + zh(until) + "（北京时间）前登录补正，逾期这次申报就不再审核。",
                        "Your declaration was returned and is not mended yet. Sign in and mend it"
                                + " by "
                                + en(until)
                                + " (Beijing time); after that it is not reviewed any more."));
    }

    /** What happened to one's own declaration, certificate or account. */
    static Text own(Kind kind, Words what, Optional<Instant> until) {
        return switch (kind) {
            case DECLARATION_RECEIVED ->
                    me(
                            new Words("收到了您的申报", "Your declaration arrived"),
                            new Words(
                                    "登录后可以看回执和进度。",
                                    "Sign in to see the receipt and its progress."));
            case DECLARATION_RETURNED ->
                    me(
                            new Words("您的申报要补正", "Your declaration was returned"),
                            new Words(
                                    "请在 " + until.map(Texts::zh).orElse("期限") + " 前登录补正；不补正不能继续审核。",
                                    "Sign in and mend it by "
                                            + until.map(Texts::en).orElse("its deadline")
                                            + " (Beijing time)."));
            case DECLARATION_DECIDED ->
                    me(
                            new Words("您的申报已经审完", "Your declaration was reviewed"),
                            new Words("登录后看结果和理由。", "Sign in to see the outcome and the reason."));
            case DECLARATION_REOPENED ->
                    me(
                            new Words("您的申报要重新审核", "Your declaration is reviewed again"),
                            new Words(
                                    "之前的通过不算了，现在由另一位审核人员重新审核。登录后看理由；您不用重新申报。",
                                    "The approval does not stand; another officer reviews it again."
                                            + " Sign in to see the reason; you need not declare"
                                            + " again."));
            case APPEAL_DECIDED ->
                    me(
                            new Words("您的申诉有了结果", "Your appeal was decided"),
                            new Words("登录后看结果和理由。", "Sign in to see the outcome and the reason."));
            case CORRECTION_ANSWERED ->
                    new Text(
                            new Words("您的更正申请有了答复", "Your request for correction was answered"),
                            new Words(
                                    "登录后看答复，以及接下来谁办什么。",
                                    "Sign in to see the answer, and who does what next."),
                            "/me/corrections");
            case CERTIFICATE_READY ->
                    me(
                            new Words("有一份文件可以下载", "A document is ready"),
                            new Words("登录后可以下载。", "Sign in to download it."));
            case ACCOUNT_CHANGED ->
                    me(
                            new Words("您的账号有变动", "Your account changed"),
                            new Words(
                                    what.zh() + "。不是您本人办的，请马上登录查看。",
                                    what.en() + ". If it was not you, sign in at once."));
            case CODE ->
                    new Text(
                            new Words("验证码", "Code"),
                            new Words("不要把它告诉任何人。", "Tell it to nobody."),
                            "/sign-in");
            case MAY_DECLARE, REMINDER, WINDOW_EXTENDED, LINE_PUBLISHED, MEND_DEADLINE ->
                    throw new IllegalArgumentException("has a text of its own: " + kind);
        };
    }

    private static Text me(Words title, Words body) {
        return new Text(title, body, "/me");
    }

    private static String path(WindowOnRecord window) {
        return "/windows/" + window.session() + "/" + window.province();
    }

    private static String zh(Instant moment) {
        return ZH.format(moment.atOffset(Beijing.OFFSET));
    }

    private static String en(Instant moment) {
        return EN.format(moment.atOffset(Beijing.OFFSET));
    }

    private static String zh(OffsetDateTime moment) {
        return zh(moment.toInstant());
    }

    private static String en(OffsetDateTime moment) {
        return en(moment.toInstant());
    }
}
