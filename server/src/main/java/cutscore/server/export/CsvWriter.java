package cutscore.server.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated (RFC 4180), in UTF-8 with a byte order mark or in GB18030. */
final class CsvWriter implements TableWriter {
    private static final int BUFFER = 1 << 16;

    private final BufferedWriter out;

    CsvWriter(OutputStream to, boolean utf8, String mark) throws IOException {
        var signs = utf8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        out = new BufferedWriter(new OutputStreamWriter(to, signs), BUFFER);
        if (utf8) {
            out.write('\uFEFF');
        }
        row(List.of(mark));
    }

    @Override
    public void row(List<String> cells) throws IOException {
        out.write(cells.stream().map(CellText::csv).collect(Collectors.joining(",", "", "\r\n")));
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    @Override
    public void close() {
        // The stream is its opener's.
    }
}
