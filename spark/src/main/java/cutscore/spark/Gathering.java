package cutscore.spark;

import cutscore.kernel.Note;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.KeyTally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** All rosters' pieces, counted on the executors. */
final class Gathering implements AutoCloseable {
    private final SparkSession session;
    private final List<RosterFile> rosters;
    private final JavaRDD<Counted> counted;
    private final List<Counted> summaries;

    private Gathering(SparkSession session, List<RosterFile> rosters, JavaRDD<Counted> counted) {
        this.session = session;
        this.rosters = rosters;
        this.counted = counted;
        this.summaries = counted.map(Counted::summary).collect();
    }

    /** Counts; a CSV with a piece that is not UTF-8 is counted again, all of it, as GB18030. */
    static Gathering of(SparkSession session, List<RosterFile> rosters, Settings settings)
            throws IOException {
        var first = once(session, rosters, settings);
        List<RosterFile> again = new ArrayList<>();
        for (int i = 0; i < rosters.size(); i++) {
            var roster = rosters.get(i);
            again.add(roster instanceof CsvRoster csv && !first.utf8(i) ? csv.inGb18030() : roster);
        }
        if (again.equals(rosters)) {
            return first;
        }
        first.close();
        return once(session, again, settings);
    }

    private static Gathering once(SparkSession session, List<RosterFile> rosters, Settings settings)
            throws IOException {
        var spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        Set<String> wanted = new HashSet<>(settings.declared());
        var counter = new PieceCounter(settings, spark.broadcast(wanted));
        JavaRDD<Piece> pieces = spark.emptyRDD();
        for (RosterFile roster : rosters) {
            pieces = pieces.union(roster.pieces());
        }
        var counted = pieces.map(counter).persist(StorageLevel.MEMORY_AND_DISK());
        return new Gathering(session, rosters, counted);
    }

    private boolean utf8(int roster) {
        return summaries.stream().filter(s -> s.roster() == roster).allMatch(Counted::utf8);
    }

    /** As they were read in the end. */
    List<RosterFile> rosters() {
        return rosters;
    }

    /** Whether no piece has a fault, no roster is empty and no number stands twice. */
    boolean isSound() {
        boolean all = summaries.stream().allMatch(Counted::sound);
        for (int i = 0; i < rosters.size(); i++) {
            all &= rows(i) > 0;
        }
        return all && numbersUnique();
    }

    private boolean numbersUnique() {
        JavaRDD<String> numbers =
                counted.flatMap(
                        piece ->
                                new String(piece.numbers(), StandardCharsets.UTF_8)
                                        .lines()
                                        .iterator());
        return session.createDataset(numbers.rdd(), Encoders.STRING())
                .groupBy("value")
                .count()
                .where("count > 1")
                .limit(1)
                .isEmpty();
    }

    /** How many rows a roster has. */
    long rows(int roster) {
        return summaries.stream().filter(s -> s.roster() == roster).mapToLong(Counted::rows).sum();
    }

    /** The declared numbers that stand in a roster. */
    Set<String> declaredSeen() {
        Set<String> seen = new HashSet<>();
        summaries.forEach(s -> seen.addAll(s.declared()));
        return seen;
    }

    /** What the strict reader would have noted, roster by roster, in the order of lines. */
    List<Note> notes() {
        Map<List<Object>, Counted.Remark> merged = new LinkedHashMap<>();
        summaries.stream()
                .flatMap(s -> s.notes().stream())
                .sorted(
                        Comparator.comparingInt(Counted.Remark::roster)
                                .thenComparingLong(Counted.Remark::line))
                .forEach(
                        r ->
                                merged.merge(
                                        List.of(r.roster(), r.code(), r.zh()),
                                        r,
                                        (a, b) ->
                                                new Counted.Remark(
                                                        a.roster(),
                                                        a.code(),
                                                        a.line(),
                                                        a.zh(),
                                                        a.en(),
                                                        a.times() + b.times())));
        return merged.values().stream().map(r -> r.as(rosters.get(r.roster()).given())).toList();
    }

    /**
     * The counts behind the line.
     *
     * @throws cutscore.kernel.Unreadable as {@link KeyTally#counts} does
     */
    List<KeyCounts> counts(Settings settings) throws IOException {
        Qualifications table = settings.table();
        var tally = new KeyTally(settings.rule(), table);
        counted.flatMapToPair(
                        piece ->
                                piece.people().entrySet().stream()
                                        .map(e -> new Tuple2<>(e.getKey(), e.getValue()))
                                        .iterator())
                .reduceByKey(Long::sum)
                .collect()
                .forEach(pair -> Cell.count(pair._1(), pair._2(), table, tally));
        return tally.counts();
    }

    @Override
    public void close() {
        counted.unpersist(false);
    }
}
