package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.Areas;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who may declare, judged at the instant of arrival. Nothing else closes a window: no sweeper, no
 * job.
 */
@Component
final class Gate {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private final Exams exams;
    private final Rosters rosters;
    private final Areas areas;

    Gate(Exams exams, Rosters rosters, Areas areas) {
        this.exams = exams;
        this.rosters = rosters;
        this.areas = areas;
    }

    /** What the gate found. */
    sealed interface Passage {

        /**
         * The way is open.
         *
         * @param place the county the ground rests on, by its current code
         */
        record Open(RosterEntry entry, DivisionCode place) implements Passage {}

        /** And it was open at the instant of arrival. */
        record InTime(RosterEntry entry, DivisionCode place, WindowOnRecord window)
                implements Passage {}

        /** It is not. */
        record Shut(Refusal why) implements Passage {}
    }

    /** Person and place, whatever the time: a correction has a term of its own. */
    Passage admit(DeclarationForm form, Instant arrival) {
        return sight(List.of(form)).admit(form, arrival);
    }

    /** Whether a declaration may still be withdrawn: while the window it arrived in is open. */
    boolean isOpen(DeclarationRow declaration, Instant now) {
        return exams.windows(declaration.session(), declaration.province()).stream()
                .filter(window -> window.id().equals(declaration.window()))
                .anyMatch(window -> window.admits(now));
    }

    /**
     * Reads what judging these forms takes, together: the roster's entries in one go for each
     * session, and one edition of the book of areas. Windows are read once for each province, when
     * first asked for.
     */
    Sight sight(Collection<DeclarationForm> forms) {
        var entries = new HashMap<SessionId, Map<String, RosterEntry>>();
        forms.stream()
                .collect(
                        Collectors.groupingBy(
                                DeclarationForm::session,
                                Collectors.mapping(
                                        DeclarationForm::admissionNumber, Collectors.toSet())))
                .forEach(
                        (session, numbers) -> entries.put(session, rosters.find(session, numbers)));
        return new Sight(entries, areas.asking());
    }

    /** What the gate sees at once. */
    final class Sight {
        private final Map<SessionId, Map<String, RosterEntry>> entries;
        private final Areas.Asking book;
        private final Map<SessionId, Map<DivisionCode, List<WindowOnRecord>>> windows =
                new HashMap<>();

        private Sight(Map<SessionId, Map<String, RosterEntry>> entries, Areas.Asking book) {
            this.entries = entries;
            this.book = book;
        }

        /** The whole gate: person, place and window. */
        Passage pass(DeclarationForm form, Instant arrival) {
            var admitted = admit(form, arrival);
            return admitted instanceof Passage.Open open
                    ? inItsWindow(form, open, arrival)
                    : admitted;
        }

        /** Person and place only. */
        Passage admit(DeclarationForm form, Instant arrival) {
            if (!KEY.matcher(form.key()).matches()) {
                return new Passage.Shut(Refusal.KEY_MALFORMED);
            }
            if (!form.commitment()) {
                return new Passage.Shut(Refusal.NO_COMMITMENT);
            }
            var exam = exams.find(form.session());
            if (exam.isEmpty()) {
                return new Passage.Shut(Refusal.NO_SESSION);
            }
            return Optional.ofNullable(entries.getOrDefault(form.session(), Map.of()))
                    .map(known -> known.get(form.admissionNumber()))
                    .map(entry -> examinee(form, exam.get(), entry, arrival))
                    .orElseGet(() -> new Passage.Shut(Refusal.NOT_ON_ROSTER));
        }

        private Passage examinee(
                DeclarationForm form, ExamSession exam, RosterEntry entry, Instant arrival) {
            if (entry.voided()) {
                return new Passage.Shut(Refusal.VOIDED);
            }
            if (entry.reaches(entry.qualification().national())) {
                return new Passage.Shut(Refusal.NATIONAL_LINE_MET);
            }
            boolean registered = form.ground() == DeclaredGround.REGISTERED;
            var place = registered ? Optional.of(entry.division()) : form.place();
            if (place.isEmpty()) {
                return new Passage.Shut(Refusal.PLACE_MISSING);
            }
            return switch (book.ask(place.get(), exam.firstDay(), arrival)) {
                case AreaAnswer.Out _, AreaAnswer.NoSuchDivision _ ->
                        new Passage.Shut(Refusal.PLACE_NOT_IN_A_LINE_AREA);
                case AreaAnswer.NotKnown _, AreaAnswer.Counties _ ->
                        new Passage.Shut(Refusal.PLACE_NOT_KNOWN);
                case AreaAnswer.In in ->
                        registered && differs(form, in.code(), exam, arrival)
                                ? new Passage.Shut(Refusal.PLACE_DIFFERS)
                                : new Passage.Open(entry, in.code());
            };
        }

        /**
         * Whether a place of registration was given that is not the roster's; an old code is the
         * same.
         */
        private boolean differs(
                DeclarationForm form, DivisionCode registered, ExamSession exam, Instant arrival) {
            return form.place()
                    .filter(given -> !given.equals(registered))
                    .filter(
                            given ->
                                    !book.ask(given, exam.firstDay(), arrival)
                                            .code()
                                            .equals(registered))
                    .isPresent();
        }

        private Passage inItsWindow(DeclarationForm form, Passage.Open open, Instant arrival) {
            var all = windows(form.session(), open.place().province());
            var announced = online(all);
            if (announced.isEmpty() && !all.isEmpty()) {
                return new Passage.Shut(Refusal.NOT_WITH_REGISTRATION);
            }
            return announced.stream()
                    .filter(window -> window.admits(arrival, form.begun()))
                    .findFirst()
                    .<Passage>map(window -> new Passage.InTime(open.entry(), open.place(), window))
                    .orElseGet(() -> new Passage.Shut(outside(announced, arrival)));
        }

        private List<WindowOnRecord> windows(SessionId session, DivisionCode province) {
            return windows.computeIfAbsent(session, _ -> new HashMap<>())
                    .computeIfAbsent(province, asked -> exams.windows(session, asked));
        }
    }

    /**
     * Where declarations were made with the registration, who made none has given up the ordinary
     * way: a late round is left.
     */
    private static List<WindowOnRecord> online(List<WindowOnRecord> windows) {
        boolean byList = windows.stream().anyMatch(w -> w.round() == Round.AT_REGISTRATION);
        return byList ? windows.stream().filter(w -> w.round() == Round.LATE).toList() : windows;
    }

    private static Refusal outside(List<WindowOnRecord> windows, Instant arrival) {
        if (windows.isEmpty()) {
            return Refusal.NO_WINDOW;
        }
        return windows.stream().anyMatch(window -> window.isBefore(arrival))
                ? Refusal.WINDOW_NOT_OPEN
                : Refusal.WINDOW_CLOSED;
    }
}
