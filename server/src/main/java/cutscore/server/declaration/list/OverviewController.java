package cutscore.server.declaration.list;

import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.declaration.DeclarationLists;
import cutscore.server.declaration.Overviews;
import cutscore.server.exam.Exams;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.web.Page;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-S1}, {@code ui-S12}: how the officer's own province stands today. */
@Controller
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class OverviewController {
    private static final String PATH = "/province/overview";

    private final Overviews overviews;
    private final DeclarationLists lists;
    private final Exams exams;
    private final Officers officers;

    OverviewController(
            Overviews overviews, DeclarationLists lists, Exams exams, Officers officers) {
        this.overviews = overviews;
        this.lists = lists;
        this.exams = exams;
        this.officers = officers;
    }

    @Bean
    static DeskRoom overviewRoom() {
        return new DeskRoom(
                PATH,
                new Words("今日", "Today"),
                new Words("等待、超期、今天退回，各县进度", "what waits, what is overdue, county by county"),
                95,
                Set.of(Role.REVIEWER, Role.REVIEW_LEAD));
    }

    @GetMapping(PATH)
    Page overview(Desk desk, @RequestParam(defaultValue = "") String session) {
        var officer = officers.current();
        var province = DeclarationLists.province(officer);
        var chosen = ListController.session(exams, session);
        if (chosen.isEmpty()) {
            var name = Divisions.builtIn().fullName(province);
            return Page.of((out, plain) -> JtenosessionGenerated.render(out, plain, desk, name));
        }
        SessionId id = chosen.get();
        var view =
                new OverviewView(
                        province,
                        id,
                        overviews.of(id, officer),
                        lists.term(province),
                        exams.windows(id, province).stream().max(WindowOnRecord.BY_CLOSE),
                        desk.at().now());
        return Page.of((out, plain) -> JteoverviewGenerated.render(out, plain, desk, view));
    }

    /** Within how many days the province wants to have answered. */
    @PostMapping(PATH + "/term")
    @For(Role.REVIEW_LEAD)
    String term(
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String basis,
            RedirectAttributes carried) {
        int read = days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0;
        lists.setTerm(read, basis, officers.current());
        return Said.then(
                carried,
                PATH,
                new Words("审核期限已记录：" + read + " 天", "the term is on record: " + read + " days"));
    }
}
