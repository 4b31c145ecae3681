package cutscore.server.export;

import java.io.IOException;
import java.util.List;

/** Writes a table to a stream, row after row, in bounded memory. */
interface TableWriter extends AutoCloseable {
    void row(List<String> cells) throws IOException;

    /** Ends the file; the stream behind it stays open. */
    void finish() throws IOException;

    /** Lets go of what was needed on the way. */
    @Override
    void close() throws IOException;
}
