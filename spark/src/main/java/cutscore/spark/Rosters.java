package cutscore.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Opens rosters as the person named them: a folder is Parquet, everything else a CSV. */
final class Rosters {
    /** Small enough for a task's memory, large enough to be worth a task. */
    static final int CHUNK = 32 << 20;

    private final SparkSession session;
    private final Storage storage;
    private final int chunk;

    /**
     * @param chunk about how many bytes of a CSV make a piece
     */
    Rosters(SparkSession session, int chunk) {
        this.session = session;
        this.storage = new Storage(session.sparkContext().hadoopConfiguration());
        this.chunk = chunk;
    }

    /**
     * @throws cutscore.kernel.Unreadable when one is missing or no longer what was written
     */
    List<RosterFile> open(List<String> given) throws IOException {
        var spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        List<RosterFile> files = new ArrayList<>();
        for (String each : given) {
            files.add(
                    storage.isFolder(each)
                            ? ParquetRoster.of(session, storage, each, files.size())
                            : CsvRoster.of(spark, storage, each, files.size(), chunk));
        }
        return files;
    }

    SparkSession session() {
        return session;
    }

    Storage storage() {
        return storage;
    }
}
