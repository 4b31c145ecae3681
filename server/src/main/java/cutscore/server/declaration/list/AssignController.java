package cutscore.server.declaration.list;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.declaration.Assignments;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.DeclarationLists;
import cutscore.server.declaration.ListFilter;
import cutscore.server.declaration.ListForm;
import cutscore.server.exam.Exams;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives many declarations of the list to one officer: the chosen ones, or every row of it. */
@Controller
@For(Role.REVIEW_LEAD)
class AssignController {
    private static final int MOST = 5000;

    private final Assignments assignments;
    private final DeclarationLists lists;
    private final Exams exams;
    private final Officers officers;

    AssignController(
            Assignments assignments, DeclarationLists lists, Exams exams, Officers officers) {
        this.assignments = assignments;
        this.lists = lists;
        this.exams = exams;
        this.officers = officers;
    }

    /**
     * @param which {@code chosen} or {@code all}: every row of the filter, also those of other
     *     pages
     */
    @PostMapping(ListView.PATH + "/assignment")
    String assign(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "chosen") String which,
            @RequestParam(defaultValue = "") List<UUID> id,
            @RequestParam(defaultValue = "") String officer,
            RedirectAttributes carried) {
        var typed = ListForm.parameters(list);
        var session =
                ListController.session(exams, typed.getOrDefault("session", ""))
                        .orElseThrow(() -> fault("没有这个列表", "no such list"));
        var filter = ListForm.read(typed, session).filter();
        var chosen =
                which.equals("all") ? all(filter) : id.stream().map(DeclarationId::new).toList();
        if (chosen.isEmpty() || officer.isEmpty()) {
            throw fault("请勾选申报，并选择交给谁", "tick declarations and choose who gets them");
        }
        int given = assignments.assign(chosen, person(officer), officers.current());
        return Said.then(
                carried,
                ListView.address(filter) + Place.text(Place.of(Place.parameters(list))),
                new Words(
                        "已分派 " + given + " 件；已审完的不分派",
                        given + " given; what was decided is left out"));
    }

    private List<DeclarationId> all(ListFilter filter) {
        var lead = officers.current();
        if (lists.count(filter, lead) > MOST) {
            throw fault(
                    "一次最多分派 " + MOST + " 件，请再筛选",
                    "at most " + MOST + " are given at once: narrow the filter");
        }
        var ids = new ArrayList<DeclarationId>();
        lists.each(filter, lead, row -> ids.add(row.id()));
        return ids;
    }

    private static UUID person(String officer) {
        try {
            return UUID.fromString(officer);
        } catch (IllegalArgumentException mistyped) {
            throw fault("没有这个人", "no such person");
        }
    }

    private static Unreadable fault(String zh, String en) {
        var words = new Words(zh, en);
        return new Unreadable(Fault.of("ASSIGNMENT", words, words));
    }
}
