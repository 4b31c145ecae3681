package cutscore.server.publication;

import cutscore.kernel.Words;
import cutscore.kernel.circular.CircularDraft;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.server.area.Areas;
import cutscore.server.area.CircularId;
import cutscore.server.database.Settings;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.line.LineState;
import cutscore.server.line.PublishedLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes an announcement from what was filed. Chinese is the act; English summarises. */
@Component
record AnnouncementText(Exams exams, Areas areas, Settings settings) {
    private static final String POLICY =
            "人力资源和社会保障部办公厅《关于单独划定部分专业技术人员职业资格考试合格标准有关事项的通知》" + "（人社厅发〔2022〕25号）";

    /** Complete but for its place in the ledger, which the act will give. */
    Announcement compose(AnnouncementId id, String number, PublishedLine line) {
        var session = line.rule().session();
        var lines = line.keys().stream().map(key -> Wording.of(key, line)).toList();
        var circulars = circulars(line);
        var province = line.province().map(AnnouncementText::name);
        return new Announcement(
                id,
                number,
                session,
                province.map(name -> new Words(name, name)),
                line.proposal(),
                title(session, province.orElse("")),
                text(line, circulars),
                lines,
                sources(circulars),
                line.state().proposal().dossierDigest(),
                line.state().at(),
                0);
    }

    private static String name(DivisionCode province) {
        return Divisions.builtIn().fullName(province);
    }

    private static Words title(SessionId session, String province) {
        return new Words(
                "关于" + session.chinese() + "计算机技术与软件专业技术资格（水平）考试" + province + "单独划线合格标准的公告",
                "Separate passing lines of the Computer and Software Qualification Exam, session "
                        + session
                        + (province.isEmpty() ? "" : ", " + province));
    }

    private List<Words> text(PublishedLine line, List<CircularDraft> circulars) {
        var text = new ArrayList<Words>();
        if (!settings.environment().equals("production")) {
            text.add(
                    new Words(
                            "【样例】本公告及其中人员、分数、人数、文号均为演示用虚构数据，不具有任何效力。",
                            "SAMPLE. Everybody and every figure in this announcement is invented;"
                                    + " it has no force."));
        }
        text.add(basis(circulars));
        text.add(howFound(line));
        missing(line).ifPresent(text::add);
        text.add(filing(line.state()));
        text.add(
                new Words(
                        "成绩达到单独划线合格标准（含）、未达到全国合格标准并经审核通过的申报人员，发放单独划线职业资格证书；" + "该证书仅在单独划线地区有效。",
                        "Declarants whose marks reach the separate line, but not the"
                                + " national one, receive a separate-line certificate, which"
                                + " counts in the line areas only."));
        text.add(
                new Words(
                        "划线档案 SHA-256："
                                + line.state().proposal().dossierDigest()
                                + "。任何人可用 cutscore line recompute 复算。",
                        "Anyone can recompute these lines from the dossier with this SHA-256: "
                                + line.state().proposal().dossierDigest()));
        return text;
    }

    private static Words basis(List<CircularDraft> circulars) {
        String also = circulars.isEmpty() ? "" : "及" + String.join("、", circularNames(circulars));
        return new Words(
                "根据" + POLICY + also + "，现将单独划线地区合格标准公布如下。",
                "By MOHRSS circular 人社厅发〔2022〕25号 and the circulars named below.");
    }

    private static Words howFound(PublishedLine line) {
        String areas = line.province().map(AnnouncementText::name).orElse("") + "单独划线地区";
        String pool =
                switch (line.rule().pool()) {
                    case REGISTERED -> "报名地在" + areas + "的参考人员";
                    case DECLARED -> "申报经审核通过的参考人员";
                    case BOTH -> "报名地在" + areas + "或申报经审核通过的参考人员";
                };
        String measured =
                switch (line.rule().pool()) {
                    case REGISTERED -> "examinees registered in the line areas";
                    case DECLARED -> "examinees with an approved declaration";
                    case BOTH ->
                            "examinees registered in the line areas or with an approved"
                                    + " declaration";
                };
        return new Words(
                "标准线按“单独划线通过率不高于全国平均通过率”的原则测算；单独划线通过率的统计范围为" + pool + "，通过率按分数精确比较。",
                "The separate pass rate must not exceed the national one, compared as exact"
                        + " fractions; measured are "
                        + measured
                        + line.province().map(province -> " of " + name(province)).orElse("")
                        + ".");
    }

    /** Whose declarations were not in is told, not left out. */
    private static Optional<Words> missing(PublishedLine line) {
        var provinces = line.dossier().missing();
        if (provinces.isEmpty()) {
            return Optional.empty();
        }
        String each =
                provinces.stream()
                        .map(one -> name(one.province()) + "（" + one.why() + "）")
                        .collect(Collectors.joining("、"));
        return Optional.of(
                new Words(
                        "测算时下列省份的申报尚未结束：" + each + "。",
                        "Declarations were not in from: " + each + "."));
    }

    private static Words filing(LineState.Published published) {
        var filed = published.before();
        return new Words(
                "本标准已报相关部门审核备案，备案号：" + filed.number() + "（" + day(filed.on()) + "）。",
                "Filed by the clearing departments under "
                        + filed.number()
                        + " on "
                        + filed.on()
                        + ".");
    }

    private static List<String> sources(List<CircularDraft> circulars) {
        var sources = new ArrayList<String>();
        sources.add(POLICY);
        sources.addAll(circularNames(circulars));
        return sources;
    }

    /** 四川省人事考试中心 2023年8月22日通知, with the clause that the determination rests on. */
    private static List<String> circularNames(List<CircularDraft> circulars) {
        return circulars.stream().map(AnnouncementText::circularName).distinct().toList();
    }

    private static String circularName(CircularDraft draft) {
        String who = Optional.ofNullable(draft.authority()).orElse("发布机构不详");
        LocalDate dated = draft.published();
        return who + (dated == null ? "" : day(dated)) + "通知";
    }

    private List<CircularDraft> circulars(PublishedLine line) {
        return exams.windows(line.rule().session()).stream()
                .filter(window -> window.round() == Round.ORDINARY)
                .filter(window -> line.holdsIn(window.province()))
                .flatMap(w -> areas.draft(new CircularId(w.circular())).stream())
                .toList();
    }

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String day(Announcement announcement) {
        return day(Beijing.day(announcement.at()));
    }
}
