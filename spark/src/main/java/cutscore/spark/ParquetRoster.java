package cutscore.spark;

import static org.apache.spark.sql.functions.col;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.line.Dossier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A roster's Parquet, made by {@link RosterConverter}: its texts are those of the CSV and are read
 * by the same strict reader, as the CSV they would be.
 */
final class ParquetRoster implements RosterFile {
    private final SparkSession session;
    private final String given;
    private final int number;
    private final SourceNote source;

    private ParquetRoster(SparkSession session, String given, int number, SourceNote source) {
        this.session = session;
        this.given = given;
        this.number = number;
        this.source = source;
    }

    /**
     * @param number which of the rosters, from 0
     * @throws cutscore.kernel.Unreadable when its parts are not those that were written
     */
    static ParquetRoster of(SparkSession session, Storage storage, String given, int number)
            throws IOException {
        var source = SourceNote.read(storage, given);
        if (!digests(session, storage, given).equals(source.parts())) {
            throw SourceNote.refused(
                    given, "Parquet 文件与转换时不同", "the Parquet files are not those that were written");
        }
        return new ParquetRoster(session, given, number, source);
    }

    /** SHA-256 of every part, by its name. */
    static Map<String, String> digests(SparkSession session, Storage storage, String folder)
            throws IOException {
        List<String> parts =
                Arrays.stream(storage.system(folder).listStatus(new Path(folder)))
                        .map(part -> part.getPath().getName())
                        .filter(name -> !name.startsWith("_") && !name.startsWith("."))
                        .sorted()
                        .toList();
        if (parts.isEmpty()) {
            return Map.of();
        }
        List<String> digests =
                JavaSparkContext.fromSparkContext(session.sparkContext())
                        .parallelize(new ArrayList<>(parts), parts.size())
                        .map(name -> storage.sha256(folder + "/" + name))
                        .collect();
        Map<String, String> byName = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            byName.put(parts.get(i), digests.get(i));
        }
        return byName;
    }

    @Override
    public String given() {
        return given;
    }

    @Override
    public Dossier.Input input(String name, long rows) {
        if (rows != source.rows()) {
            throw SourceNote.refused(
                    given,
                    "有 " + rows + " 行，原文件 " + source.rows() + " 行",
                    rows + " rows, and the source had " + source.rows());
        }
        return new Dossier.Input(name, source.sha256(), rows);
    }

    @Override
    public JavaRDD<Piece> pieces() {
        int roster = number;
        List<String> headings = new ArrayList<>(source.headings());
        return rows().javaRDD().mapPartitions(rows -> new Pieces(rows, roster, headings));
    }

    @Override
    public CsvSource whole() {
        return new CsvSource() {
            @Override
            public String name() {
                return given;
            }

            @Override
            public InputStream open() {
                return stream();
            }
        };
    }

    private InputStream stream() {
        return new OneCsv(rows().orderBy(SourceNote.LINE).toLocalIterator(), source.headings());
    }

    private Dataset<Row> rows() {
        List<Column> columns = new ArrayList<>();
        columns.add(col(SourceNote.LINE).cast("long"));
        for (String name : source.headings()) {
            columns.add(col("`" + name.replace("`", "``") + "`").cast("string"));
        }
        return session.read().parquet(given).select(columns.toArray(Column[]::new));
    }

    /** All rows as the one CSV they would be. */
    private static final class OneCsv extends InputStream {
        private final Iterator<Row> rows;
        private final CsvText text = new CsvText();
        private byte[] bytes;
        private int at;

        OneCsv(Iterator<Row> rows, List<String> headings) {
            this.rows = rows;
            text.headings(headings);
            this.bytes = text.take().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            return isAtEnd() ? -1 : bytes[at++] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (isAtEnd()) {
                return -1;
            }
            int taken = Math.min(most, bytes.length - at);
            System.arraycopy(bytes, at, into, from, taken);
            at += taken;
            return taken;
        }

        private boolean isAtEnd() {
            while (at == bytes.length && rows.hasNext()) {
                Pieces.write(rows, text);
                bytes = text.take().getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at == bytes.length;
        }
    }

    /** Cuts a partition's rows into pieces. */
    private static final class Pieces implements Iterator<Piece> {
        private static final int CHARACTERS = 4 << 20;

        private final Iterator<Row> rows;
        private final int roster;
        private final byte[] headings;

        Pieces(Iterator<Row> rows, int roster, List<String> headings) {
            this.rows = rows;
            this.roster = roster;
            var text = new CsvText();
            text.headings(headings);
            this.headings = text.take().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Piece next() {
            if (!rows.hasNext()) {
                throw new NoSuchElementException();
            }
            var begin = rows.next();
            long line = Math.max(2, line(begin));
            var text = new CsvText().on(line);
            text.row(line, fields(begin));
            write(rows, text);
            byte[] bytes = text.take().getBytes(StandardCharsets.UTF_8);
            return new Piece(roster, false, headings, bytes, line - 1);
        }

        static void write(Iterator<Row> rows, CsvText text) {
            while (rows.hasNext() && text.length() < CHARACTERS) {
                var row = rows.next();
                text.row(line(row), fields(row));
            }
        }

        private static long line(Row row) {
            return row.isNullAt(0) ? 0 : row.getLong(0);
        }

        private static List<String> fields(Row row) {
            List<String> fields = new ArrayList<>(row.size() - 1);
            for (int i = 1; i < row.size(); i++) {
                fields.add(row.isNullAt(i) ? "" : row.getString(i));
            }
            return fields;
        }
    }
}
