package cutscore.server.declaration.declare;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.access.Desk;
import cutscore.server.access.ExamineeAccount;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.AreaHit;
import cutscore.server.area.Areas;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.Exams;
import cutscore.server.web.FieldFault;
import cutscore.server.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code ui-C5}: in which county, and for whom one works there. */
@Controller
@For(Role.EXAMINEE)
class PlaceController {
    private static final String PLACE = DeclareController.START + "/place";
    private static final int LONGEST_EMPLOYER = 120;

    private final ExamineeAccounts examinees;
    private final Drafts drafts;
    private final Sheets sheets;
    private final Areas areas;
    private final Exams exams;

    PlaceController(
            ExamineeAccounts examinees, Drafts drafts, Sheets sheets, Areas areas, Exams exams) {
        this.examinees = examinees;
        this.drafts = drafts;
        this.sheets = sheets;
        this.areas = areas;
        this.exams = exams;
    }

    /**
     * What was typed and found.
     *
     * @param question as typed into the search
     * @param hits counties that it found, line areas first
     */
    record Search(String question, List<AreaHit> hits) {
        static final Search NONE = new Search("", List.of());
    }

    @GetMapping(PLACE)
    Object ask(Desk desk, @RequestParam(name = "q", defaultValue = "") String question) {
        var sheet = sheets.of(examinees.current());
        if (isNotAsked(sheet)) {
            return "redirect:" + DeclareController.START;
        }
        return page(desk, sheet, search(question), sheet.answers().employer(), List.of());
    }

    private static boolean isNotAsked(Sheet sheet) {
        return sheet.answers()
                .ground()
                .filter(ground -> ground != DeclaredGround.REGISTERED)
                .isEmpty();
    }

    private Search search(String question) {
        if (question.isBlank()) {
            return Search.NONE;
        }
        var typed = question.strip();
        var hits =
                areas.search(typed.length() > 40 ? typed.substring(0, 40) : typed).stream()
                        .filter(hit -> !(hit.answer() instanceof AreaAnswer.Counties))
                        .toList();
        return new Search(typed, hits);
    }

    @PostMapping(PLACE)
    Object settle(
            Desk desk,
            @RequestParam(name = "q", defaultValue = "") String question,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String employer) {
        var who = examinees.current();
        var sheet = sheets.of(who);
        if (isNotAsked(sheet)) {
            return "redirect:" + DeclareController.START;
        }
        var where = employer.strip();
        var county = county(place).or(() -> sheet.answers().place());
        var faults = faults(who, sheet, county, where);
        if (!faults.isEmpty()) {
            return page(desk, sheet, search(question), where, faults)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        drafts.save(sheet.draft().orElseThrow(), sheet.answers().at(county.orElseThrow(), where));
        return "redirect:" + sheets.of(who).next();
    }

    private static Optional<DivisionCode> county(String typed) {
        return typed.matches("[1-9]\\d{5}")
                ? Optional.of(new DivisionCode(typed))
                : Optional.empty();
    }

    private List<FieldFault> faults(
            ExamineeAccount who, Sheet sheet, Optional<DivisionCode> county, String employer) {
        var faults = new ArrayList<FieldFault>();
        county.map(code -> about(who, sheet, code))
                .orElseGet(() -> Optional.of(NO_COUNTY))
                .ifPresent(what -> faults.add(new FieldFault("q", what)));
        boolean works = sheet.answers().ground().equals(Optional.of(DeclaredGround.WORKS));
        if (works && employer.isEmpty()) {
            faults.add(
                    new FieldFault(
                            "employer",
                            new Words(
                                    "没有填工作单位：请写单位全称",
                                    "the employer is missing: write its full name")));
        }
        if (employer.length() > LONGEST_EMPLOYER) {
            faults.add(
                    new FieldFault(
                            "employer",
                            new Words(
                                    "工作单位最多 120 个字：请写短一些",
                                    "an employer has at most 120 characters: shorten it")));
        }
        return faults;
    }

    private static final Words NO_COUNTY =
            new Words(
                    "没有选县（市、区）：先查，再在结果里选一个",
                    "no county was chosen: search, then choose one of the results");

    /** What speaks against that county. */
    private Optional<Words> about(ExamineeAccount who, Sheet sheet, DivisionCode code) {
        var firstDay = exams.find(sheet.session()).orElseThrow().firstDay();
        return switch (areas.ask(code, firstDay)) {
            case AreaAnswer.In in -> unasked(who, sheet, in);
            case AreaAnswer.Out out ->
                    Optional.of(
                            new Words(
                                    out.name() + "在考试当天不是单独划线地区：请核对，或另选一个县",
                                    "that county was no line area on the day of the exam: check,"
                                            + " or choose another"));
            case AreaAnswer.NotKnown notKnown -> Optional.of(notKnown.why());
            case AreaAnswer.Counties _ -> Optional.of(NO_COUNTY);
            case AreaAnswer.NoSuchDivision none -> Optional.of(none.why());
        };
    }

    /** Whether the province's circular names the ground at all. */
    private Optional<Words> unasked(ExamineeAccount who, Sheet sheet, AreaAnswer.In in) {
        var ground = sheet.answers().ground().orElseThrow();
        var province = in.code().province();
        var rule = sheets.rule(who, province);
        return !rule.stated() || rule.grounds().contains(ground)
                ? Optional.empty()
                : Optional.of(
                        new Words(
                                Sheet.name(province)
                                        + "的通知没有列出“"
                                        + ground.words().zh()
                                        + "”这一种：请改选另一种情况",
                                "that province's circular does not name this ground: choose"
                                        + " another"));
    }

    private static Page page(
            Desk desk, Sheet sheet, Search search, String employer, List<FieldFault> faults) {
        return Page.of(
                (out, plain) ->
                        JteplaceGenerated.render(
                                out, plain, desk, sheet, search, employer, faults));
    }
}
