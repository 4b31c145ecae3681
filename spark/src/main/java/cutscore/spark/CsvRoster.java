package cutscore.spark;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.line.Dossier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A roster's CSV. Where its rows begin depends on every quote before, so executors first count
 * quotes and line ends chunk by chunk, the driver adds up, and then every chunk's first row is
 * known. That is right for every file whose quoting is sound; one that is not has a fault in some
 * piece, and the strict reader reads it whole.
 */
final class CsvRoster implements RosterFile {
    private final JavaSparkContext spark;
    private final Storage storage;
    private final String given;
    private final int number;
    private final int chunk;
    private final boolean gb18030;
    private final String sha256;

    private CsvRoster(
            JavaSparkContext spark,
            Storage storage,
            String given,
            int number,
            int chunk,
            boolean gb18030,
            String sha256) {
        this.spark = spark;
        this.storage = storage;
        this.given = given;
        this.number = number;
        this.chunk = chunk;
        this.gb18030 = gb18030;
        this.sha256 = sha256;
    }

    /**
     * @param number which of the rosters, from 0
     * @param chunk about how many bytes make a piece
     */
    static CsvRoster of(
            JavaSparkContext spark, Storage storage, String given, int number, int chunk)
            throws IOException {
        storage.length(given);
        // One task: a digest cannot be computed in parts.
        String sha256 = spark.parallelize(List.of(given), 1).map(storage::sha256).first();
        return new CsvRoster(spark, storage, given, number, chunk, false, sha256);
    }

    /** The same file, its pieces read as GB18030. */
    CsvRoster inGb18030() {
        return new CsvRoster(spark, storage, given, number, chunk, true, sha256);
    }

    @Override
    public String given() {
        return given;
    }

    @Override
    public CsvSource whole() {
        return storage.source(given);
    }

    @Override
    public Dossier.Input input(String name, long rows) {
        return new Dossier.Input(name, sha256, rows);
    }

    @Override
    public JavaRDD<Piece> pieces() throws IOException {
        byte[] headings = RowBorders.headings(storage, given);
        long length = storage.length(given);
        List<Long> starts = new ArrayList<>();
        for (long at = headings.length; at < length; at += chunk) {
            starts.add(at);
        }
        if (starts.isEmpty()) {
            return spark.emptyRDD();
        }
        var reader = new SpanReader(storage, given, number, gb18030, headings);
        int size = chunk;
        List<RowBorders> borders =
                spark.parallelize(starts, starts.size())
                        .map(from -> reader.borders(from, Math.min(length, from + size)))
                        .collect();
        List<SpanReader.Span> spans = spans(borders, headings, length);
        return spark.parallelize(spans, spans.size()).map(reader::piece);
    }

    private static List<SpanReader.Span> spans(
            List<RowBorders> borders, byte[] headings, long length) {
        List<SpanReader.Span> spans = new ArrayList<>();
        long lines = RowBorders.lineEnds(headings);
        long from = headings.length;
        long linesBefore = lines;
        boolean quoted = false;
        for (RowBorders chunk : borders) {
            var border = chunk.first(quoted);
            if (chunk.from() > headings.length && border.at() >= 0) {
                spans.add(new SpanReader.Span(from, border.at(), linesBefore));
                from = border.at();
                linesBefore = lines + border.lines();
            }
            lines += chunk.lines();
            quoted ^= chunk.oddQuotes();
        }
        if (from < length) {
            spans.add(new SpanReader.Span(from, length, linesBefore));
        }
        return spans;
    }
}
