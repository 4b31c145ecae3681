package cutscore.kernel.blast;

import cutscore.kernel.Fault;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.csv.Headings;
import cutscore.kernel.csv.Shown;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a list of changes, one after the other; nothing is guessed. */
final class ChangeRow {
    private static final List<String> VOIDED = List.of("voided", "违纪取消", "违纪");
    private static final List<String> VALID = List.of("valid", "有效");
    private static final List<String> ABSENT = List.of("absent", "缺考");
    private static final List<String> ADD = List.of("add", "增加");
    private static final List<String> REMOVE = List.of("remove", "去除");

    private final CsvReader csv;
    private final Headings headings;
    private final Qualifications qualifications;
    private final Divisions divisions;
    private final List<Fault> faults;

    ChangeRow(
            CsvReader csv,
            Headings headings,
            Qualifications qualifications,
            Divisions divisions,
            List<Fault> faults) {
        this.csv = csv;
        this.headings = headings;
        this.qualifications = qualifications;
        this.divisions = divisions;
        this.faults = faults;
    }

    /** The row the reader stands on; empty when something is wrong with it. */
    Optional<InputChange> read() {
        if (csv.fault().isPresent()) {
            faults.add(csv.fault().get());
            return Optional.empty();
        }
        if (csv.size() > headings.size()) {
            return refuse("ROW_LONG", "change", "本行的栏比表头多", "more fields than headings");
        }
        String change = text("change");
        if (text("of").isEmpty()) {
            return refuse("CHANGE_OF_NOTHING", "of", "没有写改谁、改什么", "what is changed?");
        }
        boolean ofScore = change.equals("score") || change.equals("成绩");
        if (!ofScore && !text("subject").isEmpty()) {
            return refuse(
                    "SUBJECT_NOT_ASKED", "subject", "只有改成绩才写科目", "only a score has a subject");
        }
        return switch (change) {
            case "score", "成绩" -> score();
            case "standing", "考试状态" -> standing();
            case "qualification", "资格" -> qualification();
            case "area", "地区" -> area();
            case "declared", "申报" -> declared();
            default ->
                    refuse(
                            "CHANGE_UNKNOWN",
                            "change",
                            shown("change")
                                    + " 不是 score 成绩、standing 考试状态、qualification 资格、area 地区、declared"
                                    + " 申报 之一",
                            shown("change")
                                    + " is none of score, standing, qualification, area, declared");
        };
    }

    private Optional<InputChange> score() {
        if (!text("subject").matches("[123]")) {
            return refuse("SUBJECT", "subject", "科目写 1、2 或 3", "the subject is 1, 2 or 3");
        }
        int subject = Integer.parseInt(text("subject"));
        String to = text("to");
        if (ABSENT.contains(to)) {
            return Optional.of(score(subject, new SubjectScore.Absent()));
        }
        if (VOIDED.contains(to) && !to.equals("违纪取消")) {
            return Optional.of(score(subject, new SubjectScore.Voided()));
        }
        var mark = Score.parse(to);
        if (mark.isEmpty()) {
            return refuse(
                    "MARK",
                    "to",
                    shown("to") + " 不是 45.5 这样的分数，也不是 absent 缺考、voided 违纪",
                    shown("to") + " is no mark such as 45.5, nor absent or voided");
        }
        return Optional.of(score(subject, new SubjectScore.Marked(mark.get())));
    }

    private InputChange score(int subject, SubjectScore score) {
        return new InputChange.ScoreCorrected(place(), text("of"), subject, score);
    }

    private Optional<InputChange> standing() {
        return choice(VOIDED, VALID)
                .map(voided -> new InputChange.StandingCorrected(place(), text("of"), voided));
    }

    private Optional<InputChange> qualification() {
        if (qualifications.find(text("of")).isEmpty()) {
            return refuse(
                    "QUALIFICATION_UNKNOWN",
                    "of",
                    shown("of") + " 不在资格表中",
                    shown("of") + " is no qualification of this exam");
        }
        return choice(VOIDED, List.of())
                .map(_ -> new InputChange.QualificationVoided(place(), text("of")));
    }

    private Optional<InputChange> area() {
        String written = text("of");
        var code =
                DivisionCode.isWellFormed(written)
                        ? current(new DivisionCode(written))
                        : Optional.<DivisionCode>empty();
        if (code.isEmpty()) {
            return refuse(
                    "AREA_UNKNOWN",
                    "of",
                    "行政区划表里没有代码 " + shown("of"),
                    "no division has the code " + shown("of"));
        }
        return choice(ADD, REMOVE)
                .map(added -> new InputChange.AreaCorrected(place(), code.get(), added));
    }

    /** An old code is mapped, as everywhere. */
    private Optional<DivisionCode> current(DivisionCode written) {
        return divisions
                .find(written)
                .or(() -> divisions.currentFor(written))
                .map(Division::code)
                .filter(code -> !divisions.counties(code).isEmpty());
    }

    private Optional<InputChange> declared() {
        return choice(ADD, REMOVE)
                .map(added -> new InputChange.DeclarationCorrected(place(), text("of"), added));
    }

    /** True for one of the first words, false for one of the second. */
    private Optional<Boolean> choice(List<String> yes, List<String> no) {
        String to = text("to");
        if (yes.contains(to)) {
            return Optional.of(true);
        }
        if (no.contains(to)) {
            return Optional.of(false);
        }
        String words = words(yes) + (no.isEmpty() ? "" : " / " + words(no));
        refuse(
                "CHANGE_TO",
                "to",
                shown("to") + " 读不懂，应为 " + words,
                shown("to") + " is not understood: " + words);
        return Optional.empty();
    }

    private static String words(List<String> same) {
        return String.join("、", same);
    }

    private InputChange.Place place() {
        return new InputChange.Place(
                csv.name(),
                csv.line(),
                headings.column("of") + 1,
                headings.column("subject") + 1,
                headings.column("to") + 1);
    }

    private String text(String heading) {
        return headings.has(heading) ? csv.text(headings.column(heading)).strip() : "";
    }

    private String shown(String heading) {
        return Shown.of(text(heading));
    }

    private <T> Optional<T> refuse(String code, String heading, String zh, String en) {
        faults.add(
                csv.fault(
                        code,
                        headings.column(heading) + 1,
                        heading,
                        new Words(zh, en),
                        new Words("改正本行；系统不替您猜", "mend this row; nothing is guessed")));
        return Optional.empty();
    }
}
