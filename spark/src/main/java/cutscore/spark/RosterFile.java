package cutscore.spark;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.line.Dossier;
import java.io.IOException;
import org.apache.spark.api.java.JavaRDD;

/** A roster that executors can read in pieces and the driver can read as a whole. */
sealed interface RosterFile permits CsvRoster, ParquetRoster {

    /** As the person gave it, for reports. */
    String given();

    /** Its rows, cut into pieces. */
    JavaRDD<Piece> pieces() throws IOException;

    /** The same rows in the same order as one CSV, for the strict reader. */
    CsvSource whole() throws IOException;

    /**
     * What the dossier says of it.
     *
     * @param name {@code roster-1} …
     * @param rows how many rows were read
     */
    Dossier.Input input(String name, long rows) throws IOException;
}
