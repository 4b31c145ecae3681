package cutscore.server.declaration.list;

import cutscore.kernel.Words;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.declaration.DeclarationLists;
import cutscore.server.declaration.ListFilter;
import cutscore.server.declaration.ListForm;
import cutscore.server.declaration.ListPage;
import cutscore.server.declaration.ListRow;
import cutscore.server.exam.Exams;
import cutscore.server.web.Problem;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list as JSON, by the same names, with {@code Link} to the pages around it (RFC 8288). */
@Controller
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class ListApiController {
    private static final String PATH = "/api/v1/province/declarations";
    private static final int ROWS = 50;
    private static final Set<String> ABOUT_THE_PAGE = Set.of("after", "before", "limit", "lang");

    private final DeclarationLists lists;
    private final Exams exams;
    private final Officers officers;

    ListApiController(DeclarationLists lists, Exams exams, Officers officers) {
        this.lists = lists;
        this.exams = exams;
        this.officers = officers;
    }

    /** 400 for a name that no filter has, 422 for a value that cannot be read. */
    @GetMapping(PATH)
    ResponseEntity<String> list(@RequestParam Map<String, String> asked) {
        var officer = officers.current();
        var unknown =
                asked.keySet().stream()
                        .filter(name -> !ListForm.NAMES.contains(name))
                        .filter(name -> !ABOUT_THE_PAGE.contains(name))
                        .findFirst();
        var session = ListController.session(exams, asked.getOrDefault("session", ""));
        int limit = limit(asked.getOrDefault("limit", "" + ROWS));
        if (unknown.isPresent() || limit < 1 || limit > DeclarationLists.PAGE) {
            return Problem.of(HttpStatus.BAD_REQUEST, "PARAMETER", NO_SUCH_PARAMETER).answer();
        }
        if (session.isEmpty()) {
            return Problem.of(HttpStatus.NOT_FOUND, "SESSION", NO_SESSION).answer();
        }
        var form = ListForm.read(asked, session.get());
        if (!form.faults().isEmpty()) {
            var first = form.faults().getFirst().what();
            return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "FILTER", first, form.faults())
                    .answer();
        }
        var page = lists.page(form.filter(), Place.of(asked), limit, officer);
        return answer(form.filter(), page, limit);
    }

    private static ResponseEntity<String> answer(ListFilter filter, ListPage page, int limit) {
        var rows = page.rows().stream().map(ListApiController::json).toList();
        var body = Json.object().put("declarations", Json.array(rows)).build();
        var answer =
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        var links = new ArrayList<String>();
        var here = PATH + "?" + filter.query() + "&limit=" + limit;
        if (page.after() && !page.rows().isEmpty()) {
            links.add("<" + here + "&after=" + page.rows().getLast().id() + ">; rel=\"next\"");
        }
        if (page.before() && !page.rows().isEmpty()) {
            links.add("<" + here + "&before=" + page.rows().getFirst().id() + ">; rel=\"prev\"");
        }
        return (links.isEmpty()
                        ? answer
                        : answer.header(HttpHeaders.LINK, String.join(", ", links)))
                .body(body.pretty());
    }

    private static Json.Obj json(ListRow row) {
        return Json.object()
                .put("id", row.id().toString())
                .put("receipt", row.receipt())
                .put("stage", row.stage().name())
                .put("stageSince", Beijing.text(row.stageSince()))
                .put("qualification", row.qualification())
                .put("ground", row.ground().name())
                .put("place", row.place().value())
                .put("arrivedAt", Beijing.text(row.arrivedAt()))
                .build();
    }

    private static int limit(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static final Words NO_SUCH_PARAMETER =
            new Words(
                    "有不认识的参数，或 limit 不在 1 到 500 之间", "an unknown parameter, or limit not 1 to 500");
    private static final Words NO_SESSION = new Words("没有这个考次", "no such session");
}
