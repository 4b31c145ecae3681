package cutscore.server.certificate.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.seal.AnnulledNumber;
import cutscore.server.certificate.AwardOutcome;
import cutscore.server.certificate.CertificateOnRecord;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.roster.RosterEntry;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The one sentence that stands first.
 *
 * @param icon ok wait warn bad out
 * @param next what follows from it, or what can be done
 */
record MyAnswer(String icon, Words sentence, Words next) {

    String colour() {
        return icon.equals("wait") ? "warn" : icon;
    }

    static MyAnswer of(
            Optional<DeclarationView> declaration,
            Optional<RosterEntry> entry,
            Optional<MyAward> award,
            Optional<CertificateOnRecord> certificate,
            Instant now) {
        if (certificate.isPresent()) {
            return of(certificate.get());
        }
        // Whose declaration was rejected reads what the review said; the marks stand below all the
        // same.
        var decided = award.filter(a -> a.outcome() != AwardOutcome.NOT_APPROVED);
        if (decided.isPresent()) {
            return of(decided.get());
        }
        return declaration.map(d -> of(d, now)).orElseGet(() -> undeclared(entry));
    }

    private static MyAnswer of(CertificateOnRecord held) {
        var province = Divisions.builtIn().fullName(held.certificate().province());
        return switch (held.state()) {
            case NUMBERED -> inThePress();
            case ISSUED ->
                    new MyAnswer(
                            "ok",
                            new Words(
                                    "您的成绩达到单独划线合格标准，证书在" + province + "的单独划线地区有效",
                                    "Your marks reach the separate line; your certificate counts in"
                                            + " the line areas of "
                                            + province),
                            new Words(
                                    "证书可以在本页下载；任何人都可以核对它在哪里有效。",
                                    "Download it on this page; anybody can check where it"
                                            + " counts."));
            case ANNULLED -> annulled(held.annulment());
        };
    }

    private static MyAnswer annulled(Optional<AnnulledNumber> annulment) {
        var on = annulment.map(a -> a.since().toString()).orElse("");
        var decision = annulment.map(AnnulledNumber::decision).orElse("");
        return new MyAnswer(
                "bad",
                new Words("您的证书已被宣布无效", "Your certificate was declared void"),
                new Words(
                        "决定日期 " + on + "，决定文号 " + decision + "。证书自始无效。",
                        "By the decision "
                                + decision
                                + " of "
                                + on
                                + ". It is void from the start."));
    }

    private static MyAnswer inThePress() {
        return new MyAnswer(
                "wait",
                new Words(
                        "您的成绩达到单独划线合格标准，证书正在制发",
                        "Your marks reach the separate line; your certificate is being issued"),
                new Words("制发完成后可以在本页下载。", "You will be able to download it here."));
    }

    private static MyAnswer of(MyAward award) {
        return switch (award.outcome()) {
            case AWARDED -> inThePress();
            case NATIONAL_CERTIFICATE -> new MyAnswer("ok", told(award), BELOW_IS_WHY);
            case SESSION_VOIDED, NOT_APPROVED -> new MyAnswer("bad", told(award), BELOW_IS_WHY);
            case NATIONAL_LINE_STANDS -> new MyAnswer("out", told(award), BELOW_IS_WHY);
            case BELOW_LINE ->
                    new MyAnswer(
                            "out",
                            new Words(
                                    "您的成绩没有达到单独划线合格标准",
                                    "Your marks do not reach the separate line"),
                            BELOW_IS_WHY);
        };
    }

    private static final Words BELOW_IS_WHY =
            new Words(
                    "每一科的标准和依据写在下面。", "The standard and the clause of every subject stand below.");

    private static Words told(MyAward award) {
        var words = award.outcome().words();
        var en = words.en();
        return new Words(words.zh(), en.substring(0, 1).toUpperCase(Locale.ROOT) + en.substring(1));
    }

    private static MyAnswer of(DeclarationView declaration, Instant now) {
        var province = Divisions.builtIn().fullName(declaration.province());
        return switch (declaration.stage()) {
            case SUBMITTED ->
                    new MyAnswer(
                            "wait",
                            new Words(
                                    "申报已收到，等待" + province + "审核",
                                    "Your declaration has arrived and waits for review"),
                            new Words(
                                    "审核的每一步都会写在下面。", "Every step of the review will stand below."));
            case RETURNED -> returned(declaration, now);
            case APPROVED ->
                    new MyAnswer(
                            "wait",
                            new Words(
                                    "申报已审核通过，等待公布标准和结果",
                                    "Your declaration was approved; the result is still to come"),
                            new Words("结果会写在本页。", "The result will stand on this page."));
            case REJECTED ->
                    new MyAnswer(
                            "bad",
                            new Words(
                                    "您的申报没有通过审核，这次不能按单独划线合格标准领取证书",
                                    "Your declaration was rejected; this time there is no"
                                            + " separate-line certificate for you"),
                            new Words("审核理由和条款写在下面。", "The reason and the clause stand below."));
            case WITHDRAWN ->
                    new MyAnswer(
                            "out",
                            new Words("您撤回了申报", "You withdrew your declaration"),
                            new Words(
                                    "窗口开放期间可以重新申报；窗口的起止时间写在首页。",
                                    "While a window is open you can declare again; the home page"
                                            + " has its dates."));
        };
    }

    private static MyAnswer returned(DeclarationView declaration, Instant now) {
        boolean late = declaration.mendUntil().filter(until -> until.isBefore(now)).isPresent();
        return late
                ? new MyAnswer(
                        "bad",
                        new Words(
                                "申报被退回补正，补正期限已过",
                                "Your declaration was returned, and the time to correct it is"
                                        + " over"),
                        new Words("退回的理由写在下面。", "The reason stands below."))
                : new MyAnswer(
                        "warn",
                        new Words(
                                "申报被退回，请在期限内补正",
                                "Your declaration was returned: correct it in time"),
                        new Words(
                                "要补什么、期限到哪一天，写在下面。",
                                "What to correct, and until when, stands below."));
    }

    private static MyAnswer undeclared(Optional<RosterEntry> entry) {
        if (entry.filter(e -> !e.voided() && e.reaches(e.qualification().national())).isPresent()) {
            return new MyAnswer(
                    "ok",
                    new Words(
                            "您已达到全国合格标准，不需要申报", "You reach the national line and need not declare"),
                    new Words("领取全国有效的证书。", "Your certificate counts nationwide."));
        }
        return new MyAnswer(
                "out",
                new Words("您这次没有申报", "You made no declaration this time"),
                new Words(
                        "在单独划线地区报名或工作的人，可以在窗口期内向该地区的省级人事考试机构申报；窗口的起止时间写在首页。",
                        "Who registered or works in a line area can declare to the provincial exam"
                                + " body of that area while a window is open; the home page has"
                                + " its dates."));
    }
}
