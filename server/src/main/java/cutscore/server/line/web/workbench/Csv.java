package cutscore.server.line.web.workbench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A table as CSV (RFC 4180), UTF-8 with a mark at the beginning so that spreadsheets read Chinese.
 * A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
final class Csv {
    private final StringBuilder text = new StringBuilder("\ufeff");

    Csv row(Object... cells) {
        text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")));
        text.append("\r\n");
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Object value) {
        String cell = value.toString();
        if (value instanceof String
                && !cell.isEmpty()
                && "=+-@\t\r＝＋－＠".indexOf(cell.charAt(0)) >= 0) {
            cell = "'" + cell;
        }
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
