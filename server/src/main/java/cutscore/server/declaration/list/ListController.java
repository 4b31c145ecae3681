package cutscore.server.declaration.list;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.declaration.DeclarationLists;
import cutscore.server.declaration.ListFilter;
import cutscore.server.declaration.ListForm;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.web.Page;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-S2}: the declarations of the officer's own province. */
@Controller
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class ListController {
    private static final int ROWS = 50;

    private final DeclarationLists lists;
    private final PreferenceTable preferences;
    private final Exams exams;
    private final Officers officers;
    private final Entropy entropy;
    private final InstantSource clock;

    ListController(
            DeclarationLists lists,
            PreferenceTable preferences,
            Exams exams,
            Officers officers,
            Entropy entropy,
            InstantSource clock) {
        this.lists = lists;
        this.preferences = preferences;
        this.exams = exams;
        this.officers = officers;
        this.entropy = entropy;
        this.clock = clock;
    }

    @Bean
    static DeskRoom listRoom() {
        return new DeskRoom(
                ListView.PATH,
                new Words("本省的申报", "Declarations"),
                new Words("筛选、保存视图、打开一件审核", "filter, save views, open one to review"),
                100,
                Set.of(Role.REVIEWER, Role.REVIEW_LEAD));
    }

    @GetMapping(ListView.PATH)
    Page list(Desk desk, @RequestParam Map<String, String> asked) {
        var officer = officers.current();
        var province = DeclarationLists.province(officer);
        var session = session(exams, asked.getOrDefault("session", ""));
        if (session.isEmpty()) {
            return Page.of(
                    (out, plain) ->
                            JtenosessionGenerated.render(
                                    out, plain, desk, ListView.name(province)));
        }
        var form = ListForm.read(asked, session.get());
        var view = view(desk, form, asked, officer);
        return Page.of((out, plain) -> JtelistGenerated.render(out, plain, desk, view))
                .with(form.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ListView view(Desk desk, ListForm form, Map<String, String> asked, Officer officer) {
        var province = DeclarationLists.province(officer);
        var cursor = Place.of(asked);
        var filter = form.filter();
        var counts = lists.stages(filter.session(), officer);
        long total =
                filter.isNarrow()
                        ? lists.count(filter, officer)
                        : counts.entrySet().stream()
                                .filter(
                                        one ->
                                                filter.stage()
                                                        .map(one.getKey()::equals)
                                                        .orElse(true))
                                .mapToLong(Map.Entry::getValue)
                                .sum();
        return new ListView(
                province,
                exams.sessions().stream().map(ExamSession::id).toList(),
                form,
                lists.page(filter, cursor, ROWS, officer),
                total,
                counts,
                preferences.columns(officer.id()),
                preferences.views(officer.id()),
                lists.term(province),
                filter.query() + Place.text(cursor),
                exams.find(filter.session()).map(ExamSession::offered).orElseGet(List::of),
                colleagues(officer),
                desk.at().now());
    }

    /** Which columns stand, for this officer from now on. */
    @PostMapping(ListView.PATH + "/columns")
    String columns(
            @RequestParam(defaultValue = "") List<String> column,
            @RequestParam(defaultValue = "") String list) {
        preferences.keep(officers.current().id(), PreferenceTable.read(column));
        return "redirect:" + back(list);
    }

    /** Keeps the filter under a name. */
    @PostMapping(ListView.PATH + "/views")
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String list,
            RedirectAttributes carried) {
        var filter = filter(list);
        var called = name.strip();
        if (called.isEmpty() || called.codePointCount(0, called.length()) > 40) {
            throw fault("VIEW_NAME", "视图名称要有 1 到 40 个字", "a view's name has 1 to 40 signs");
        }
        var view = new SavedView(entropy.id(), called, filter.query());
        var officer = officers.current();
        if (!preferences.save(officer.id(), view, clock.instant())) {
            throw fault(
                    "VIEWS_FULL",
                    "最多保存 " + PreferenceTable.VIEWS + " 个视图，请先删去一个",
                    "at most " + PreferenceTable.VIEWS + " views are kept: remove one first");
        }
        return Said.then(
                carried,
                ListView.address(filter),
                new Words("已保存视图：" + called, "view saved: " + called));
    }

    @PostMapping(ListView.PATH + "/views/{id}/removal")
    String remove(@PathVariable UUID id, @RequestParam(defaultValue = "") String list) {
        preferences.remove(officers.current().id(), id);
        return "redirect:" + back(list);
    }

    /** The list's address, made anew from what a form carried. */
    private String back(String list) {
        return ListView.address(filter(list)) + Place.text(Place.of(Place.parameters(list)));
    }

    private ListFilter filter(String list) {
        var typed = ListForm.parameters(list);
        var session =
                session(exams, typed.getOrDefault("session", ""))
                        .orElseThrow(() -> fault("LIST", "没有这个列表", "no such list"));
        return ListForm.read(typed, session).filter();
    }

    /** The session asked for, else the newest. */
    static Optional<SessionId> session(Exams exams, String asked) {
        return exams.sessions().stream()
                .map(ExamSession::id)
                .filter(id -> asked.isEmpty() || id.value().equals(asked))
                .max(Comparator.naturalOrder());
    }

    private Map<UUID, String> colleagues(Officer officer) {
        return officers.all().stream()
                .filter(one -> one.province().equals(officer.province()))
                .collect(Collectors.toMap(Officer::id, Officer::name));
    }

    private static Unreadable fault(String code, String zh, String en) {
        var words = new Words(zh, en);
        return new Unreadable(Fault.of(code, words, words));
    }
}
