package cutscore.server.guide;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.server.area.Areas;
import cutscore.server.area.CircularId;
import cutscore.server.area.CircularOnRecord;
import cutscore.server.exam.Exams;
import cutscore.server.exam.PastLine;
import cutscore.server.exam.ProvinceRule;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.publication.Announcement;
import cutscore.server.publication.Publications;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Late rounds (补申领) as people meet them: one circular, one time, several old exam sessions, each
 * measured by its own line.
 */
@Component
final class LateRounds {
    private static final String EXAM = "软考";

    private final Exams exams;
    private final Areas areas;
    private final Publications publications;

    LateRounds(Exams exams, Areas areas, Publications publications) {
        this.exams = exams;
        this.areas = areas;
        this.publications = publications;
    }

    /**
     * One round.
     *
     * @param paper the circular in force that opened it, where it is on record
     * @param sessions newest first
     * @param places by province
     */
    record LateRound(
            UUID circular, Optional<Paper> paper, List<Covered> sessions, List<Where> places) {
        boolean isOpen() {
            return places.stream().anyMatch(Where::isOpen);
        }
    }

    /** A circular, in its own words. */
    record Paper(String title, String authority, String published) {}

    /**
     * A session of the round and its line.
     *
     * @param announced what was published here
     * @param onRecord what is on record of lines that were not
     * @param each what the circular says, in each subject; empty where it says nothing
     * @param isHere whether one can declare for it here
     */
    record Covered(
            SessionId session,
            List<Announcement> announced,
            List<PastLine> onRecord,
            Optional<String> each,
            boolean isHere) {}

    /** A province of the round: its windows, one for each session, and its rule. */
    record Where(DivisionCode province, List<WindowRow> rows, ProvinceRule rule) {

        /** Whether all its sessions share one window. */
        boolean isOne() {
            return rows.stream().map(WindowRow::window).map(Where::times).distinct().count() == 1;
        }

        boolean isOpen() {
            return rows.stream().anyMatch(WindowRow::isOpen);
        }

        private static List<Object> times(WindowOnRecord window) {
            return List.of(window.window(), window.grace(), window.uploadTrail());
        }
    }

    /** The round that a circular opened; empty when none of its windows is a late one. */
    Optional<LateRound> find(UUID circular, Instant now) {
        var windows =
                exams.windows().stream()
                        .filter(w -> w.round() == Round.LATE && w.circular().equals(circular))
                        .sorted(Comparator.comparing(w -> w.session().value()))
                        .toList();
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        var draft =
                areas.circular(new CircularId(circular))
                        .filter(CircularOnRecord::isInForce)
                        .map(CircularOnRecord::draft);
        return Optional.of(
                new LateRound(
                        circular,
                        draft.map(LateRounds::paper),
                        sessions(windows, draft),
                        places(windows, now)));
    }

    private static Paper paper(Json.Obj draft) {
        return new Paper(text(draft, "title"), text(draft, "authority"), text(draft, "published"));
    }

    private static String text(Json.Obj object, String name) {
        return object.find(name).map(LateRounds::text).orElse("");
    }

    private static String text(Json json) {
        return json instanceof Json.Text(String value) ? value : "";
    }

    private List<Covered> sessions(List<WindowOnRecord> windows, Optional<Json.Obj> draft) {
        var ids = new TreeSet<String>(Comparator.reverseOrder());
        windows.forEach(w -> ids.add(w.session().value()));
        draft.ifPresent(d -> d.array("sessions").forEach(one -> ids.add(text(one))));
        var covered = new ArrayList<Covered>();
        for (String id : ids) {
            var session = new SessionId(id);
            covered.add(
                    new Covered(
                            session,
                            publications.all().stream()
                                    .filter(a -> a.session().equals(session))
                                    .toList(),
                            onRecord(session),
                            draft.flatMap(d -> each(d, id)),
                            windows.stream().anyMatch(w -> w.session().equals(session))));
        }
        return covered;
    }

    private List<PastLine> onRecord(SessionId session) {
        String written = session.year() + "H" + session.half();
        return exams.history().stream()
                .filter(line -> line.exam().equals(EXAM) && line.session().equals(written))
                .filter(line -> line.outcome() != PastLine.Outcome.NOT_KNOWN)
                .toList();
    }

    private static Optional<String> each(Json.Obj draft, String session) {
        return draft.array("lines").stream()
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .filter(line -> text(line, "session").equals(session))
                .map(line -> text(line, "each"))
                .findFirst();
    }

    private List<Where> places(List<WindowOnRecord> windows, Instant now) {
        var byProvince = new TreeMap<String, List<WindowOnRecord>>();
        for (var window : windows) {
            byProvince
                    .computeIfAbsent(window.province().value(), _ -> new ArrayList<>())
                    .add(window);
        }
        return byProvince.values().stream()
                .map(
                        theirs -> {
                            var first = theirs.getFirst();
                            return new Where(
                                    first.province(),
                                    WindowRow.of(theirs, w -> exams.extensions(w.id()), now),
                                    exams.grounds(first.session(), first.province(), Round.LATE));
                        })
                .toList();
    }
}
