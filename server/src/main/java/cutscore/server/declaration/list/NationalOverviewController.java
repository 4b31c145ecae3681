package cutscore.server.declaration.list;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.declaration.Overviews;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.Exams;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code ui-N1}: how far each province is, by counts alone; nobody lists the whole country. */
@Controller
@For({Role.ANALYST, Role.PUBLISHER})
class NationalOverviewController {
    private static final String PATH = "/national/overview";

    private final Overviews overviews;
    private final Exams exams;
    private final Officers officers;

    NationalOverviewController(Overviews overviews, Exams exams, Officers officers) {
        this.overviews = overviews;
        this.exams = exams;
        this.officers = officers;
    }

    @Bean
    static DeskRoom nationalOverviewRoom() {
        return new DeskRoom(
                PATH,
                new Words("各省进度", "Provinces"),
                new Words("各省收到、审完多少件，只有数目", "how much each province received and answered"),
                205,
                Set.of(Role.ANALYST, Role.PUBLISHER));
    }

    /**
     * A province's row.
     *
     * @param closes the last day of its window, where one is announced
     */
    record Province(String name, Map<Stage, Long> stages, Optional<LocalDate> closes) {
        long of(Stage stage) {
            return stages.getOrDefault(stage, 0L);
        }

        long received() {
            return stages.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Nothing waits and nothing is out for correction. */
        long done() {
            return received() - of(Stage.SUBMITTED) - of(Stage.RETURNED);
        }

        /** How many of a hundred parts. */
        long share(long part) {
            return received() == 0 ? 0 : 100 * part / received();
        }
    }

    /** What the page shows. */
    record View(SessionId session, List<Province> provinces) {
        long received() {
            return provinces.stream().mapToLong(Province::received).sum();
        }

        long done() {
            return provinces.stream().mapToLong(Province::done).sum();
        }
    }

    @GetMapping(PATH)
    Page overview(Desk desk, @RequestParam(defaultValue = "") String session) {
        var chosen = ListController.session(exams, session);
        var view = chosen.map(this::view);
        return Page.of((out, plain) -> JtenationalGenerated.render(out, plain, desk, view));
    }

    private View view(SessionId session) {
        var counts = overviews.provinces(session, officers.current());
        var codes = new TreeSet<DivisionCode>(counts.keySet());
        exams.windows(session).forEach(window -> codes.add(window.province()));
        return new View(
                session,
                codes.stream()
                        .map(
                                code ->
                                        new Province(
                                                Divisions.builtIn().fullName(code),
                                                counts.getOrDefault(code, Map.of()),
                                                closes(session, code)))
                        .toList());
    }

    private Optional<LocalDate> closes(SessionId session, DivisionCode province) {
        return exams.windows(session, province).stream()
                .max(WindowOnRecord.BY_CLOSE)
                .map(WindowOnRecord::window)
                .map(window -> Beijing.day(window.closes().toInstant()));
    }
}
