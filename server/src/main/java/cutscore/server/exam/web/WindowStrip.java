package cutscore.server.exam.web;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.Divisions;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.web.HomeSection;
import cutscore.server.web.Page;
import cutscore.server.web.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The windows of the latest sessions as one line each, with a tick where the clock stands. */
@Component
class WindowStrip implements HomeSection {
    static final int WIDTH = 320;
    private static final int BEGINS = 64;
    private static final int ENDS = 256;
    private static final int BEFORE = 24;
    private static final int AFTER = 296;
    private static final int SHOWN = 4;

    private final Exams exams;

    WindowStrip(Exams exams) {
        this.exams = exams;
    }

    /**
     * One window as it stands now.
     *
     * @param province its name
     * @param now where the tick stands, 0 to {@link #WIDTH}
     */
    record Row(WindowOnRecord window, String province, Standing standing, int now) {
        boolean isLate() {
            return window.round() == Round.LATE;
        }

        int begins() {
            return BEGINS;
        }

        int ends() {
            return ENDS;
        }

        /** 3 天 · 5 小时: what is left of it, or until it opens; whole units. */
        String left(Visit at) {
            var end =
                    standing == Standing.COMING
                            ? window.window().opens().toInstant()
                            : window.window().closes().toInstant();
            var left = Duration.between(at.now(), end);
            return left.toDays() > 0
                    ? at.say(left.toDays() + " 天", left.toDays() + " days")
                    : at.say(
                            left.toHours() + " 小时 " + left.toMinutesPart() + " 分",
                            left.toHours() + " h " + left.toMinutesPart() + " min");
        }
    }

    /** Where the clock stands. */
    enum Standing {
        COMING,
        OPEN,
        CLOSED
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Page.Body> show(Visit at) {
        List<Row> rows =
                exams.sessions().stream()
                        .flatMap(session -> exams.windows(session.id()).stream())
                        .sorted(
                                Comparator.comparing(
                                                (WindowOnRecord w) ->
                                                        w.window().closes().toInstant())
                                        .reversed())
                        .limit(SHOWN)
                        .map(window -> row(window, at.now()))
                        .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of((out, plain) -> JtewindowsGenerated.render(out, plain, at, rows));
    }

    private static Row row(WindowOnRecord window, Instant now) {
        String province =
                Divisions.builtIn()
                        .find(window.province())
                        .map(Division::name)
                        .orElse(window.province().value());
        if (window.isBefore(now)) {
            return new Row(window, province, Standing.COMING, BEFORE);
        }
        if (window.isAfter(now)) {
            return new Row(window, province, Standing.CLOSED, AFTER);
        }
        var opens = window.window().opens().toInstant();
        long whole = Duration.between(opens, window.window().closes().toInstant()).toSeconds();
        long gone = Math.min(whole, Duration.between(opens, now).toSeconds());
        int at = BEGINS + (int) (gone * (ENDS - BEGINS) / Math.max(1, whole));
        return new Row(window, province, Standing.OPEN, at);
    }
}
