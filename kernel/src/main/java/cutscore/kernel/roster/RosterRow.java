package cutscore.kernel.roster;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.csv.Shown;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.Standing;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one roster file, one after the other; what is wrong with each goes to a sink.
 */
final class RosterRow {
    private static final int LONGEST_NUMBER = 32;
    private static final int LONGEST_NAME = 100;
    private static final SubjectScore ABSENT = new SubjectScore.Absent();
    private static final SubjectScore VOIDED = new SubjectScore.Voided();
    private static final List<SubjectScore> MARKED =
            IntStream.range(0, 2000)
                    .<SubjectScore>mapToObj(half -> new SubjectScore.Marked(new Score(half)))
                    .toList();

    private final CsvReader csv;
    private final RosterHeadings headings;
    private final Divisions divisions;
    private final Qualifications qualifications;
    private final LocalDate examDay;
    private final @Nullable Set<String> offered;
    private final Consumer<Fault> faults;
    private final BiConsumer<String, Note> notes;
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, Plan> plans = new HashMap<>();
    private boolean sound;

    /** Where a qualification's subjects stand in this file. */
    private record Plan(Qualification qualification, List<Integer> own, List<Integer> others) {}

    RosterRow(
            CsvReader csv,
            RosterHeadings headings,
            RosterReader.Exam exam,
            Consumer<Fault> faults,
            BiConsumer<String, Note> notes) {
        this.csv = csv;
        this.headings = headings;
        this.divisions = exam.divisions();
        this.qualifications = exam.qualifications();
        this.examDay = exam.day();
        this.offered = exam.offered().orElse(null);
        this.faults = faults;
        this.notes = notes;
    }

    /** The examinee of the row the reader stands on; empty when something is wrong with it. */
    Optional<Examinee> read(BiConsumer<String, Long> number) {
        sound = true;
        if (csv.fault().isPresent()) {
            faults.accept(csv.fault().get());
            return Optional.empty();
        }
        if (csv.size() != headings.size()) {
            refuseLength();
            return Optional.empty();
        }
        String admission = admissionNumber(number);
        var division = division();
        var plan = plan();
        boolean voided = voided();
        if (offered != null) {
            person();
        }
        List<SubjectScore> scores = plan == null ? List.of() : scores(plan);
        if (!sound || division == null || plan == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Examinee(
                        admission,
                        division,
                        plan.qualification(),
                        scores,
                        voided,
                        optional("identity_type"),
                        optional("identity_number"),
                        optional("name")));
    }

    /** Says that this row's admission number was seen before. */
    void refuseTwice(String where) {
        refuse(
                "NUMBER_TWICE",
                "admission_number",
                "准考证号重复，已见于 " + where,
                "this number stands already at " + where,
                "同一考次内准考证号须唯一",
                "a number stands once in a session");
    }

    private String admissionNumber(BiConsumer<String, Long> seen) {
        String number = csv.text(headings.column("admission_number"));
        if (number.isBlank()) {
            refuse(
                    "NUMBER_BLANK",
                    "admission_number",
                    "缺准考证号",
                    "no admission number",
                    "补填",
                    "fill in");
        } else if (number.codePointCount(0, number.length()) > LONGEST_NUMBER) {
            refuse(
                    "NUMBER_LONG",
                    "admission_number",
                    "准考证号超过 32 字",
                    "an admission number of more than 32 characters",
                    "核对本行",
                    "check this row");
        } else if (number.chars().anyMatch(Character::isISOControl)) {
            refuse(
                    "NUMBER_CONTROL",
                    "admission_number",
                    "准考证号含控制字符",
                    "a control character in the admission number",
                    "删去",
                    "remove it");
        } else {
            seen.accept(number, csv.line());
        }
        return number;
    }

    private @Nullable DivisionCode division() {
        String text = csv.text(headings.column("division_code"));
        if (!DivisionCode.isWellFormed(text)) {
            String shown = Shown.of(text);
            refuse(
                    "DIVISION_FORM",
                    "division_code",
                    shown + " 不是六位行政区划代码",
                    shown + " is no division code of six digits",
                    "写六位数字，如 513326",
                    "write six digits, such as 513326");
            return null;
        }
        var standing =
                standings.computeIfAbsent(
                        text, code -> divisions.standing(new DivisionCode(code), examDay));
        return switch (standing) {
            case Standing.County(var code) -> code;
            case Standing.Renumbered(var old, var code, var why) -> {
                note(DivisionCodes.RENUMBERED, old, why);
                yield code;
            }
            case Standing.CountyNotKnown(var code) -> {
                String name = divisions.fullName(code);
                note(
                        DivisionCodes.COUNTY_NOT_KNOWN,
                        code,
                        new Words(
                                code + " " + name + "：县级不详，不计入任何地区",
                                code + " " + name + ": county not known, in no area"));
                yield code;
            }
            case Standing.Unknown(_, var why) -> {
                refuse(
                        "DIVISION_UNKNOWN",
                        "division_code",
                        why.zh(),
                        why.en(),
                        "核对代码",
                        "check the code");
                yield null;
            }
        };
    }

    private @Nullable Plan plan() {
        String name = csv.text(headings.column("qualification")).strip();
        var known = plans.get(name);
        if (known != null) {
            return known;
        }
        var qualification = qualifications.find(name);
        if (qualification.isEmpty()) {
            String shown = Shown.of(name);
            refuse(
                    "QUALIFICATION_UNKNOWN",
                    "qualification",
                    "没有资格 " + shown,
                    "there is no qualification " + shown,
                    "写资格全称；其他考试请用 --qualifications",
                    "write its full name; for another exam use --qualifications");
            return null;
        }
        if (offered != null && !offered.contains(name)) {
            refuse(
                    "QUALIFICATION_NOT_OFFERED",
                    "qualification",
                    "本次考试没有开考 " + name,
                    "the session did not offer " + name,
                    "核对资格与考次",
                    "check the qualification and the session");
            return null;
        }
        List<Integer> own = headings.columnsOf(qualification.get());
        var plan = new Plan(qualification.get(), own, headings.othersThan(own));
        plans.put(name, plan);
        return plan;
    }

    /** An import needs to know who it is. What is wrong is said without showing the number. */
    private void person() {
        String number = csv.text(headings.column("identity_number"));
        String document = csv.text(headings.column("identity_type")).strip();
        IdentityForm.refusal(document, number, examDay)
                .ifPresent(
                        refusal ->
                                refuseAt(
                                        refusal.code(),
                                        headings.column("identity_number"),
                                        "identity_number",
                                        refusal.what(),
                                        refusal.mend()));
        String name = csv.text(headings.column("name"));
        int length = name.codePointCount(0, name.length());
        if (name.isBlank()
                || length > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            refuse(
                    "NAME",
                    "name",
                    "姓名缺失、超过 100 字或含控制字符",
                    "no name, or of more than 100 characters, or with control characters",
                    "核对姓名",
                    "check the name");
        }
    }

    private boolean voided() {
        String standing = csv.text(headings.column("standing")).strip();
        if (standing.equals("voided") || standing.equals("违纪取消")) {
            return true;
        }
        if (!standing.isEmpty()) {
            String shown = Shown.of(standing);
            refuse(
                    "STANDING_UNKNOWN",
                    "standing",
                    "不认识的考试状态 " + shown,
                    "unknown standing " + shown,
                    "留空，或写 voided（违纪取消）",
                    "leave it blank, or write voided (违纪取消)");
        }
        return false;
    }

    private List<SubjectScore> scores(Plan plan) {
        var scores = new ArrayList<SubjectScore>(plan.own().size());
        for (int i = 0; i < plan.own().size(); i++) {
            String subject = plan.qualification().subjects().get(i);
            scores.add(score(plan.own().get(i), subject, plan.qualification()));
        }
        for (int other : plan.others()) {
            if (!csv.text(other).isBlank()) {
                refuseAt(
                        "SUBJECT_TOO_MANY",
                        other,
                        null,
                        new Words(
                                plan.qualification().name() + "只有 " + plan.own().size() + " 科",
                                plan.qualification().name()
                                        + " has only "
                                        + plan.own().size()
                                        + " subjects"),
                        new Words("这一栏留空", "leave this field blank"));
            }
        }
        return scores;
    }

    private SubjectScore score(int column, String subject, Qualification qualification) {
        if (column < 0) {
            refuseAt(
                    "SUBJECT_COLUMN_MISSING",
                    -1,
                    subject,
                    new Words("名册没有这一科的列", "the roster has no column for this subject"),
                    new Words("加上这一列", "add the column"));
            return ABSENT;
        }
        String text = csv.text(column);
        if (text.isBlank()) {
            return ABSENT;
        }
        if (text.equals("违纪")) {
            return VOIDED;
        }
        var mark = Score.parse(text);
        if (mark.isPresent() && mark.get().compareTo(qualification.fullMark()) <= 0) {
            return MARKED.get(mark.get().halfPoints());
        }
        refuseScore(column, subject, text, mark, qualification);
        return ABSENT;
    }

    private void refuseScore(
            int column, String subject, String text, Optional<Score> mark, Qualification of) {
        String shown = Shown.of(text);
        if (mark.isPresent()) {
            refuseAt(
                    "SCORE_ABOVE_FULL",
                    column,
                    subject,
                    new Words(
                            shown + " 高于满分 " + of.fullMark(),
                            shown + " is above the full mark " + of.fullMark()),
                    new Words("核对成绩", "check the mark"));
        } else if (text.matches("[0-9]+\\.[0-9]+")) {
            refuseAt(
                    "SCORE_NOT_HALF_POINT",
                    column,
                    subject,
                    new Words(shown + " 不是整分或半分", shown + " is no whole or half point"),
                    new Words("成绩以 0.5 分为单位", "marks go by half points"));
        } else {
            refuseAt(
                    "SCORE_FORM",
                    column,
                    subject,
                    new Words(shown + " 不是成绩", shown + " is no mark"),
                    new Words(
                            "写 45 或 45.5（半角数字）；缺考留空；违纪写“违纪”",
                            "write 45 or 45.5 in ASCII digits; blank for absent; 违纪 for voided"));
        }
    }

    private @Nullable String optional(String heading) {
        String text = csv.text(headings.column(heading));
        return text.isEmpty() ? null : text;
    }

    private void refuseLength() {
        sound = false;
        int has = csv.size();
        int wants = headings.size();
        faults.accept(
                csv.fault(
                        has < wants ? "ROW_SHORT" : "ROW_LONG",
                        0,
                        null,
                        new Words(
                                "本行 " + has + " 栏，表头 " + wants + " 栏",
                                "this row has " + has + " fields, the headings " + wants),
                        new Words(
                                "补齐或删去多余的栏；含逗号的文字要加引号",
                                "add or remove fields; quote a text that holds a comma")));
    }

    private void note(String code, DivisionCode division, Words what) {
        notes.accept(
                DivisionCodes.noteKey(code, division),
                new Note(code, csv.name(), csv.line(), what, 1));
    }

    private void refuse(
            String code, String heading, String zh, String en, String mendZh, String mendEn) {
        refuseAt(
                code,
                headings.column(heading),
                heading,
                new Words(zh, en),
                new Words(mendZh, mendEn));
    }

    private void refuseAt(
            String code, int column, @Nullable String heading, Words what, Words mend) {
        sound = false;
        faults.accept(csv.fault(code, column + 1, heading, what, mend));
    }
}
