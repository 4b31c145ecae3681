package cutscore.server.guide;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.area.AreaAnswer;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.EvidenceItem;
import cutscore.server.exam.Exams;
import cutscore.server.exam.ProvinceRule;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.exam.WindowWords;
import cutscore.server.guide.Advice.Kind;
import cutscore.server.guide.Advice.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Four answers, one sentence. */
@Component
final class SelfCheck {
    private static final String SCHEME = "人力资源社会保障部办公厅，人社厅发〔2022〕25号";

    private final Exams exams;

    SelfCheck(Exams exams) {
        this.exams = exams;
    }

    /** A ground somebody may have, where, and what that province's rule says. */
    private record Claim(
            DeclaredGround ground,
            Place place,
            Optional<WindowOnRecord> window,
            ProvinceRule rule) {
        boolean isAdmitted() {
            return place.isIn() && rule.grounds().contains(ground);
        }

        Round round() {
            return window.map(WindowOnRecord::round).orElse(Round.ORDINARY);
        }
    }

    Advice advise(
            SessionId session,
            boolean sat,
            Place registered,
            Optional<DeclaredGround> tie,
            Optional<Place> where,
            Optional<Boolean> met,
            Instant now) {
        if (!sat) {
            return Advice.plain(
                    Kind.OUT,
                    new Words(
                            "不在范围：没有参加这次考试，就没有成绩可以和线比。",
                            "Out of scope: who did not sit the exam has no marks to hold against"
                                    + " a line."),
                    List.of(new Reason(PARTICIPANTS, SCHEME)));
        }
        if (met.orElse(false)) {
            return Advice.plain(
                    Kind.NEED_NOT,
                    new Words(
                            "不用申报：每科都达到全国合格标准的，直接领全国有效的证书。",
                            "No need to declare: who reaches the national line in every subject"
                                    + " gets the certificate that counts nationwide."),
                    List.of(new Reason(PARTICIPANTS, SCHEME)));
        }
        var claims = new ArrayList<Claim>();
        claims.add(claim(session, DeclaredGround.REGISTERED, registered, now));
        tie.ifPresent(ground -> where.ifPresent(p -> claims.add(claim(session, ground, p, now))));
        return claims.stream()
                .filter(Claim::isAdmitted)
                .min(Comparator.comparingInt(claim -> standing(claim, now)))
                .map(claim -> admitted(session, claim, met, now))
                .orElseGet(() -> notAdmitted(claims));
    }

    private Claim claim(SessionId session, DeclaredGround ground, Place place, Instant now) {
        var window = window(session, place.code().province(), now);
        var round = window.map(WindowOnRecord::round).orElse(Round.ORDINARY);
        return new Claim(
                ground, place, window, exams.grounds(session, place.code().province(), round));
    }

    /** The open one; else the next to open; else the last that closed. */
    Optional<WindowOnRecord> window(SessionId session, DivisionCode province, Instant now) {
        var all = exams.windows(session, province);
        return all.stream()
                .filter(w -> !w.isAfter(now))
                .findFirst()
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
    }

    private static int standing(Claim claim, Instant now) {
        return claim.window().map(w -> w.isAfter(now) ? 2 : w.isBefore(now) ? 1 : 0).orElse(3);
    }

    private Advice admitted(SessionId session, Claim claim, Optional<Boolean> met, Instant now) {
        var province = claim.place().code().province();
        var evidence = exams.evidence(session, province, claim.ground(), claim.round());
        long wanted = evidence.items().stream().filter(EvidenceItem::required).count();
        var reasons = new ArrayList<Reason>();
        reasons.add(inArea(claim.place()));
        reasons.add(new Reason(ground(claim), claim.rule().source()));
        if (met.isEmpty()) {
            reasons.add(new Reason(MARKS_UNKNOWN, SCHEME));
        }
        var open = claim.window().filter(w -> !w.isAfter(now));
        var kind = open.isEmpty() ? Kind.NOT_SURE : wanted > 0 ? Kind.PAPERS_WANTED : Kind.MAY;
        return new Advice(
                kind, sentence(claim, wanted, now), reasons, Optional.of(evidence), claim.window());
    }

    private static Words sentence(Claim claim, long wanted, Instant now) {
        if (claim.window().isEmpty()) {
            return new Words(
                    "目前不能确定：您在范围内，但申报时间还没有公布。",
                    "Not certain yet: you are in scope, but no window has been announced.");
        }
        var window = claim.window().get();
        if (window.isAfter(now)) {
            return new Words(
                    "目前不能确定：您在范围内，但申报已经截止；会不会有补申领，要看通知。",
                    "Not certain yet: you are in scope, but the window has closed; whether a late"
                            + " round follows is for a circular to say.");
        }
        var left =
                WindowWords.length(
                        Duration.between(
                                now,
                                window.isBefore(now)
                                        ? window.window().opens().toInstant()
                                        : window.window().closes().toInstant()));
        var when =
                window.isBefore(now)
                        ? new Words("还有 " + left.zh() + "开始", "it opens in " + left.en())
                        : new Words("还剩 " + left.zh(), left.en() + " left");
        return wanted > 0
                ? new Words(
                        "差"
                                + (wanted == 1 ? "一" : " " + wanted + " ")
                                + "样材料：备好下面的材料就可以申报，"
                                + when.zh()
                                + "。",
                        (wanted == 1 ? "One paper" : wanted + " papers")
                                + " to prepare, then you may declare; "
                                + when.en()
                                + ".")
                : new Words("可以申报，" + when.zh() + "。", "You may declare; " + when.en() + ".");
    }

    private static Advice notAdmitted(List<Claim> claims) {
        var reasons = new ArrayList<Reason>();
        boolean out = true;
        for (var claim : claims) {
            if (claim.place().isOut()) {
                reasons.add(
                        new Reason(
                                new Words(
                                        claim.place().name() + "不是单独划线地区",
                                        claim.place().name() + " is not a line area"),
                                SCHEME));
            } else if (claim.place().isIn()) {
                out = false;
                reasons.add(new Reason(notNamed(claim), claim.rule().source()));
            } else {
                out = false;
                reasons.add(new Reason(unknown(claim.place()), ""));
            }
        }
        return out
                ? Advice.plain(
                        Kind.OUT,
                        new Words(
                                "不在范围：报名地不在单独划线地区，也没有到那里工作。",
                                "Out of scope: neither registered in a line area nor working in"
                                        + " one."),
                        reasons)
                : Advice.plain(
                        Kind.NOT_SURE,
                        new Words(
                                "目前不能确定：请带着下面的原因问省级考试机构。",
                                "Not certain: ask the provincial exam body, with the reasons"
                                        + " below."),
                        reasons);
    }

    private static Reason inArea(Place place) {
        if (place.answer() instanceof AreaAnswer.In in) {
            var first = in.grounds().getFirst();
            return new Reason(
                    new Words(
                            place.name() + "是单独划线地区：" + first.ground().zh(),
                            place.name() + " is a line area: " + first.ground().en()),
                    first.document().authority() + "，" + first.document().title());
        }
        return new Reason(
                new Words(place.name() + "全部是单独划线地区", "all of " + place.name() + " is a line area"),
                SCHEME);
    }

    private static Words ground(Claim claim) {
        var words = claim.ground().words();
        return claim.rule().stated()
                ? new Words(
                        "省里的通知列出这一种：" + words.zh(),
                        "the province's circular names it: " + words.en())
                : new Words(
                        "省里的通知没有另写，按国家文件：" + words.zh(),
                        "the province's circular says nothing else; by the national document: "
                                + words.en());
    }

    private static Words notNamed(Claim claim) {
        var words = claim.ground().words();
        return new Words(
                claim.place().name() + "是单独划线地区，但依据里没有列出“" + words.zh() + "”这一种",
                claim.place().name() + " is a line area, but “" + words.en() + "” is not named");
    }

    private static Words unknown(Place place) {
        return place.answer() instanceof AreaAnswer.NotKnown notKnown
                ? new Words(
                        place.name() + "：" + notKnown.why().zh(),
                        place.name() + ": " + notKnown.why().en())
                : new Words(
                        place.name() + "只有一部分是单独划线地区，要说到县",
                        "only a part of " + place.name() + " is a line area: name the county");
    }

    private static final Words PARTICIPANTS =
            new Words(
                    "单独划线是给参加考试、没有达到全国合格标准的人的",
                    "a separate line is for those who sat the exam and missed the national line");
    private static final Words MARKS_UNKNOWN =
            new Words(
                    "成绩还不知道：先申报也可以；后来达到全国合格标准的，按全国合格标准发证",
                    "marks not known yet: you may declare all the same; who turns out to reach the"
                            + " national line is certified by that");
}
