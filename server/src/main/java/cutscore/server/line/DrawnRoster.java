package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.rule.LineRule;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A roster drawn at random, with everything a line is determined from.
 *
 * @param number its place in the campaign; with the campaign's seed it is drawn again alone
 * @param rule by which the line is determined
 * @param table the exam's qualifications
 * @param csv the roster's file, as text
 * @param dress how that text is written down as bytes
 * @param areas line areas
 * @param declared admission numbers with an approved declaration, some of nobody
 */
record DrawnRoster(
        long number,
        LineRule rule,
        Qualifications table,
        String csv,
        Dress dress,
        Set<DivisionCode> areas,
        Set<String> declared) {

    /** What a file may look like beside plain UTF-8 with line feeds; it says the same. */
    enum Dress {
        PLAIN,
        CRLF,
        BOM,
        QUOTED,
        GB18030
    }

    /** The file's bytes. */
    byte[] bytes() {
        return switch (dress) {
            case PLAIN -> csv.getBytes(StandardCharsets.UTF_8);
            case CRLF -> csv.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            case BOM -> ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8);
            case QUOTED ->
                    csv.replace(",", "\",\"")
                            .replaceAll("(?m)^(.+)$", "\"$1\"")
                            .getBytes(StandardCharsets.UTF_8);
            case GB18030 -> csv.getBytes(Charset.forName("GB18030"));
        };
    }
}
