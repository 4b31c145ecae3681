package cutscore.server.declaration.list;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.server.declaration.ListFilter;
import cutscore.server.declaration.Overview;
import cutscore.server.declaration.Overview.Handled;
import cutscore.server.declaration.ReviewTerm;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.WindowOnRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The overview of a province, drawn and written out. */
record OverviewView(
        DivisionCode province,
        SessionId session,
        Overview overview,
        ReviewTerm term,
        Optional<WindowOnRecord> window,
        Instant now) {
    private static final List<Words> SPANS =
            List.of(
                    new Words("不到 1 天", "under a day"),
                    new Words("1–3 天", "1–3 days"),
                    new Words("3–7 天", "3–7 days"),
                    new Words("7–15 天", "7–15 days"),
                    new Words("15–30 天", "15–30 days"),
                    new Words("30 天以上", "over 30 days"));

    /** A county's funnel. */
    record County(DivisionCode code, String name, Map<Stage, Long> stages) {
        long of(Stage stage) {
            return stages.getOrDefault(stage, 0L);
        }

        long all() {
            return stages.values().stream().mapToLong(Long::longValue).sum();
        }

        long answered() {
            return of(Stage.APPROVED) + of(Stage.REJECTED);
        }

        /** Under 60, 80, 90, 95 per cent, or more; 0 where too few were answered to say. */
        int shade() {
            if (answered() < 5) {
                return 0;
            }
            long percent = 100 * of(Stage.APPROVED) / answered();
            return 1
                    + (int)
                            java.util.stream.LongStream.of(60, 80, 90, 95)
                                    .filter(b -> b <= percent)
                                    .count();
        }
    }

    long at(Stage stage) {
        return overview.stages().getOrDefault(stage, 0L);
    }

    ListFilter list() {
        return ListFilter.all(session);
    }

    Optional<LocalDate> closes() {
        return window.map(one -> Beijing.day(one.window().closes().toInstant()));
    }

    Burndown burndown() {
        return new Burndown(overview.waiting(), closes());
    }

    /** The most in the first place. */
    List<County> counties() {
        return overview.counties().entrySet().stream()
                .map(one -> new County(one.getKey(), name(one.getKey()), one.getValue()))
                .sorted(
                        Comparator.comparingLong(County::all)
                                .reversed()
                                .thenComparing(County::code))
                .toList();
    }

    /** By place, as tiles stand. */
    List<County> tiles() {
        return counties().stream().sorted(Comparator.comparing(County::code)).toList();
    }

    private String name(DivisionCode county) {
        var full = Divisions.builtIn().fullName(county);
        var mine = Divisions.builtIn().fullName(province);
        return full.startsWith(mine) ? full.substring(mine.length()) : full;
    }

    BarChart hours() {
        var hours = overview.hours();
        return new BarChart(
                IntStream.range(0, hours.size())
                        .mapToObj(at -> new BarChart.Bar(hourLabel(at), hours.get(at)))
                        .toList());
    }

    /** Every twelfth hour is named. */
    private String hourLabel(int at) {
        int ago = Overview.HOURS - at;
        return ago % 12 == 0 && ago < Overview.HOURS ? "−" + ago : "";
    }

    long lastDay() {
        return overview.hours().stream()
                .skip(Overview.HOURS - 24L)
                .mapToLong(Long::longValue)
                .sum();
    }

    static Words span(int bucket) {
        return SPANS.get(bucket);
    }

    static int spans() {
        return SPANS.size();
    }

    static long answers(List<Handled> handled, int bucket) {
        return handled.stream()
                .filter(one -> one.bucket() == bucket)
                .mapToLong(Handled::answers)
                .sum();
    }

    static long answers(List<Handled> handled) {
        return handled.stream().mapToLong(Handled::answers).sum();
    }

    BarChart handled() {
        return new BarChart(
                IntStream.range(0, SPANS.size())
                        .mapToObj(
                                at ->
                                        new BarChart.Bar(
                                                List.of("<1", "1–3", "3–7", "7–15", "15–30", ">30")
                                                        .get(at),
                                                answers(overview.handled(), at)))
                        .toList());
    }

    /** In which span half of them were answered. */
    static Optional<Words> median(List<Handled> handled) {
        long half = (answers(handled) + 1) / 2;
        long so = 0;
        for (int at = 0; at < SPANS.size(); at++) {
            so += answers(handled, at);
            if (so >= half && half > 0) {
                return Optional.of(SPANS.get(at));
            }
        }
        return Optional.empty();
    }

    /** 412/1903 = 21.6 %. */
    static String rate(long part, long all) {
        return all == 0
                ? "0/0"
                : part
                        + "/"
                        + all
                        + " = "
                        + part * 1000 / all / 10
                        + "."
                        + part * 1000 / all % 10
                        + " %";
    }

    /** How wide a bar of reasons is, in hundredths. */
    long reasonShare(Overview.Reason reason) {
        long most =
                Math.max(
                        1,
                        overview.reasons().stream()
                                .mapToLong(Overview.Reason::all)
                                .max()
                                .orElse(1));
        return Math.max(1, 100 * reason.all() / most);
    }
}
