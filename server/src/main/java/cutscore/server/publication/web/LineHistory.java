package cutscore.server.publication.web;

import cutscore.kernel.Words;
import cutscore.server.exam.PastLine;
import cutscore.server.web.StepChart;
import cutscore.server.web.Visit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The lines of the past of one exam, as a table of session by level and as steps.
 *
 * @param exam 软考
 * @param levels the columns, the highest level first
 * @param rows the newest first
 */
record LineHistory(String exam, List<String> levels, List<Row> rows) {
    private static final String EVERY_LEVEL = "各级别";
    private static final List<String> RUANKAO_LEVELS = List.of("高级", "中级", "初级");

    /**
     * One session.
     *
     * @param cells by level; a level that the records do not name is absent
     * @param source of its lines
     */
    record Row(String session, Map<String, PastLine> cells, PastLine source) {
        Optional<PastLine> at(String level) {
            return Optional.ofNullable(cells.get(level));
        }
    }

    /** All exams on record, in the order of the records. */
    static List<LineHistory> of(List<PastLine> lines) {
        var exams = new LinkedHashMap<String, List<PastLine>>();
        lines.forEach(l -> exams.computeIfAbsent(l.exam(), _ -> new ArrayList<>()).add(l));
        return exams.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
    }

    private static LineHistory of(String exam, List<PastLine> lines) {
        var levels = exam.equals("软考") ? RUANKAO_LEVELS : levels(lines);
        var sessions = new LinkedHashMap<String, Row>();
        for (PastLine line : lines) {
            var row =
                    sessions.computeIfAbsent(
                            line.session(), s -> new Row(s, new LinkedHashMap<>(), line));
            covered(line, levels).forEach(level -> row.cells().put(level, line));
        }
        var rows = new ArrayList<>(sessions.values());
        Collections.reverse(rows);
        return new LineHistory(exam, levels, rows);
    }

    private static List<String> levels(List<PastLine> lines) {
        Set<String> levels = new LinkedHashSet<>();
        lines.stream()
                .filter(line -> !isOfAll(line))
                .forEach(line -> levels.addAll(Arrays.asList(line.level().split("/"))));
        return List.copyOf(levels);
    }

    private static List<String> covered(PastLine line, List<String> levels) {
        return isOfAll(line) ? levels : Arrays.asList(line.level().split("/"));
    }

    private static boolean isOfAll(PastLine line) {
        return line.level().isEmpty() || line.level().equals(EVERY_LEVEL);
    }

    /** What a cell says: a mark, or an outcome in words; never nothing. */
    static Words words(Optional<PastLine> line) {
        if (line.isEmpty()) {
            return PastLine.Outcome.NOT_KNOWN.words();
        }
        return line.get()
                .mark()
                .map(mark -> new Words(mark + "\u00a0分", mark))
                .orElseGet(() -> line.get().outcome().words());
    }

    /** How sure the record is, in words. */
    static Words confidence(String word) {
        return switch (word) {
            case "high" -> new Words("高", "high");
            case "medium-high" -> new Words("中高", "medium to high");
            case "medium" -> new Words("中", "medium");
            case "low-medium" -> new Words("中低", "low to medium");
            default -> new Words("未知", "not known");
        };
    }

    /** Whether there are enough sessions for a picture to say more than the table. */
    boolean isDrawn() {
        return rows.size() > 3;
    }

    /** The steps of a level over the sessions since the scheme is in force. */
    StepChart chart(String level, Visit at) {
        var steps = new ArrayList<StepChart.Step>();
        int national = 0;
        for (Row row : rows.reversed()) {
            var line = row.at(level);
            if (line.isEmpty() || line.get().outcome() == PastLine.Outcome.NOT_IN_FORCE) {
                continue;
            }
            national = halves(line.get().national().orElse("45"));
            steps.add(step(row.session(), line.get(), national, at));
        }
        return new StepChart(steps, national);
    }

    private static StepChart.Step step(String session, PastLine line, int national, Visit at) {
        String label = label(session, at);
        return switch (line.outcome()) {
            case SEPARATE_LINE -> {
                String mark = line.mark().orElseThrow();
                yield new StepChart.Step(label, OptionalInt.of(halves(mark)), mark);
            }
            case NATIONAL_LINE_STANDS ->
                    new StepChart.Step(label, OptionalInt.of(national), at.say("同全国", "national"));
            case NOT_IN_FORCE, NOT_KNOWN ->
                    new StepChart.Step(label, OptionalInt.empty(), at.say("未知", "?"));
        };
    }

    /** 2023H1 → 23上. */
    private static String label(String session, Visit at) {
        if (!session.matches("20[0-9]{2}H[12]")) {
            return session;
        }
        String year = session.substring(2, 4);
        return at.english()
                ? year + session.substring(4)
                : year + (session.endsWith("1") ? "上" : "下");
    }

    /** 2023H1 → 2023年上半年. */
    static String session(String session, Visit at) {
        if (!session.matches("20[0-9]{2}H[12]([-–]H2)?")) {
            return session;
        }
        if (at.english()) {
            return session;
        }
        String year = session.substring(0, 4) + "年";
        return session.length() > "2023H1".length()
                ? year
                : year + (session.endsWith("1") ? "上半年" : "下半年");
    }

    /** The text twin of a chart. */
    String summary(String level, Visit at) {
        var parts =
                rows.reversed().stream()
                        .filter(row -> row.at(level).isPresent())
                        .map(row -> session(row.session(), at) + " " + at.say(words(row.at(level))))
                        .toList();
        return level + at.say("：", ": ") + String.join(at.say("，", ", "), parts);
    }

    private static int halves(String mark) {
        return new BigDecimal(mark).movePointRight(1).intValueExact() / 5;
    }
}
