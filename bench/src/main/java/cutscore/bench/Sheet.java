package cutscore.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One stage's figures at all sizes, as Markdown. */
final class Sheet {
    private final Stage stage;
    private final List<AtSize> bySize = new ArrayList<>();

    /** Every contender's timing at one size, ours first. */
    private record AtSize(long size, List<Timing> timings) {}

    Sheet(Stage stage) {
        this.stage = stage;
    }

    /** Sizes come in ascending order. */
    void add(long size, List<Timing> timings) {
        bySize.add(new AtSize(size, timings));
    }

    /** A table of all sizes, then how the cost grows from one size to the next. */
    String markdown() {
        var out = new StringBuilder("### " + stage.title() + "\n\n" + stage.how() + "\n\n");
        out.append("| examinees | who | CPU s, least / median | wall s, least / median |");
        out.append(" CPU ÷ ours, median (least) | wall ÷ ours |\n|--:|---|--:|--:|--:|--:|\n");
        bySize.forEach(at -> at.timings().forEach(t -> out.append(row(at.size(), t)).append('\n')));
        if (bySize.size() > 1) {
            out.append(growth());
        }
        return out.append('\n').toString();
    }

    private static String row(long size, Timing t) {
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %s / %s | %s / %s | %.2f (%.2f) | %.2f |",
                size,
                t.name(),
                seconds(t.leastCpu()),
                seconds(t.medianCpu()),
                seconds(t.leastWall()),
                seconds(t.medianWall()),
                t.cpuTimesOurs(),
                t.leastCpuTimesOurs(),
                t.wallTimesOurs());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 0.1 ? "%.5f" : "%.3f", seconds);
    }

    private String growth() {
        var out = new StringBuilder("\nGrowth of the median CPU per tenfold size:\n\n| who |");
        for (int i = 1; i < bySize.size(); i++) {
            long before = bySize.get(i - 1).size();
            out.append(String.format(Locale.ROOT, " %,d → %,d |", before, bySize.get(i).size()));
        }
        out.append("\n|---|").append("--:|".repeat(bySize.size() - 1)).append('\n');
        for (int who = 0; who < bySize.getFirst().timings().size(); who++) {
            out.append("| ").append(bySize.getFirst().timings().get(who).name()).append(" |");
            for (int i = 1; i < bySize.size(); i++) {
                out.append(slope(bySize.get(i - 1), bySize.get(i), who));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String slope(AtSize smaller, AtSize larger, int who) {
        double before = Math.max(1e-9, smaller.timings().get(who).medianCpu());
        double after = Math.max(1e-9, larger.timings().get(who).medianCpu());
        double decades = Math.log10((double) larger.size() / smaller.size());
        double slope = Math.log10(after / before) / decades;
        return String.format(Locale.ROOT, " × %.1f (slope %.2f) |", Math.pow(10, slope), slope);
    }

    /** One line for each goal, judged at the largest size. */
    List<String> judged() {
        var largest = bySize.getLast();
        return stage.goals(largest.size()).stream()
                .map(
                        goal -> {
                            var timing =
                                    largest.timings().stream()
                                            .filter(t -> t.name().equals(goal.contender()))
                                            .findFirst()
                                            .orElseThrow();
                            return String.format(
                                    Locale.ROOT,
                                    "| %s | %s | %s | %,d |",
                                    goal.text(),
                                    goal.shown().apply(timing),
                                    goal.isMet().test(timing) ? "met" : "**missed**",
                                    largest.size());
                        })
                .toList();
    }
}
