package cutscore.server.declaration.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.AcrossBorders;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.access.StepUp;
import cutscore.server.declaration.RegistrationList;
import cutscore.server.declaration.RegistrationLists;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.web.Page;
import cutscore.sheet.TableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of those who declared with their registration: one lead enters, another confirms. */
@Controller
@For(Role.REVIEW_LEAD)
class ListsController {
    private static final String LISTS = "/province/lists";
    private static final int FAULTS_KEPT = 200;

    private final RegistrationLists lists;
    private final Exams exams;
    private final Officers officers;

    ListsController(RegistrationLists lists, Exams exams, Officers officers) {
        this.lists = lists;
        this.exams = exams;
        this.officers = officers;
    }

    @Bean
    static DeskRoom registrationListRoom() {
        return new DeskRoom(
                LISTS,
                new Words("报考时申报名单", "Declared with registration"),
                new Words(
                        "录入随报名申报的名单，另一人核对摘要和人数后生效",
                        "enter the list; another lead confirms digest and count"),
                120,
                Set.of(Role.REVIEW_LEAD));
    }

    /**
     * What the page shows.
     *
     * @param windows of the round, of the officer's province
     * @param me who looks: a list waits for somebody else
     * @param typed what was typed and refused just now
     */
    record View(
            List<WindowOnRecord> windows,
            List<RegistrationList> lists,
            UUID me,
            Typed typed,
            List<Fault> faults) {}

    /** What stands in the form. */
    record Typed(String session, String statedAt, String rows) {}

    @GetMapping(LISTS)
    Page page(Desk desk) {
        return page(desk, new Typed("", "", ""), List.of());
    }

    /** The file, or its rows pasted. */
    @PostMapping(LISTS)
    @AcrossBorders("a list names people wherever they registered")
    Object enter(
            Desk desk,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String statedAt,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes carried)
            throws IOException {
        boolean chosen = file != null && !file.isEmpty();
        byte[] content =
                chosen && file != null ? file.getBytes() : rows.getBytes(StandardCharsets.UTF_8);
        try (var table = TableFile.open(content, "list", FAULTS_KEPT)) {
            var list =
                    lists.enter(
                            session(session),
                            moment(statedAt),
                            table.csvOrRefuse(),
                            officers.current());
            return Said.then(
                    carried,
                    LISTS,
                    new Words(
                            "已录入 " + list.rows() + " 人，等另一名负责人核对",
                            list.rows() + " people entered; another lead confirms"));
        } catch (Unreadable refused) {
            return page(desk, new Typed(session, statedAt, rows), refused.faults())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping(LISTS + "/{id}")
    @StepUp
    @AcrossBorders("its people may be registered, or have declared, elsewhere")
    Object confirm(
            Desk desk,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sha256,
            @RequestParam(defaultValue = "") String count,
            RedirectAttributes carried) {
        try {
            var list = lists.confirm(id, sha256, number(count), officers.current());
            int declared = list.rows() - list.setAside();
            return Said.then(
                    carried,
                    LISTS,
                    new Words(
                            "已确认，" + declared + " 人的申报生效，已写入存证",
                            "confirmed: " + declared + " declarations, in the ledger"));
        } catch (Unreadable refused) {
            return page(desk, new Typed("", "", ""), refused.faults())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Page page(Desk desk, Typed typed, List<Fault> faults) {
        var officer = officers.current();
        var view = new View(windows(officer), lists.of(officer), officer.id(), typed, faults);
        return Page.of((out, plain) -> JtelistsGenerated.render(out, plain, desk, view));
    }

    private List<WindowOnRecord> windows(Officer officer) {
        var sessions = exams.sessions().stream().map(ExamSession::id).toList();
        return officer.province().stream()
                .flatMap(
                        province ->
                                sessions.stream()
                                        .map(s -> exams.window(s, province, Round.AT_REGISTRATION))
                                        .flatMap(Optional::stream))
                .toList();
    }

    private static SessionId session(String typed) {
        try {
            return new SessionId(typed);
        } catch (IllegalArgumentException e) {
            throw fault("LIST_SESSION", "请选择考试", "choose the exam session");
        }
    }

    /** Beijing time, as a field of date and time gives it. */
    private static Instant moment(String typed) {
        try {
            return LocalDateTime.parse(typed).toInstant(Beijing.OFFSET);
        } catch (DateTimeException e) {
            throw fault("LIST_STATED_AT", "请填名单所载的申报时间", "give the instant the list states");
        }
    }

    private static int number(String typed) {
        return typed.strip().matches("\\d{1,7}") ? Integer.parseInt(typed.strip()) : -1;
    }

    private static Unreadable fault(String code, String zh, String en) {
        return new Unreadable(Fault.of(code, new Words(zh, en), new Words(zh, en)));
    }
}
