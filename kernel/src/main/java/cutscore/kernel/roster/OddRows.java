package cutscore.kernel.roster;

import cutscore.kernel.csv.CsvReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Reads single lines by the strict reader's own rules: those that nobody vouches for. Used by one
 * thread.
 */
final class OddRows {
    private final CsvReader csv;
    private final RosterRow row;
    private long rows;

    OddRows(String name, RosterHeadings headings, RosterReader.Exam exam, Findings findings) {
        this.csv = CsvReader.ofLines(name);
        this.row = new RosterRow(csv, headings, exam, findings::fault, findings::note);
    }

    /**
     * Reads one line, which is a row unless it is blank.
     *
     * @param end where the next line begins
     * @param line its number
     * @param number takes the admission number when its form is right
     * @throws GiveUp when the line is not UTF-8, or its row goes on in the next
     */
    Optional<Examinee> read(
            byte[] bytes, int from, int end, long line, BiConsumer<String, Long> number)
            throws GiveUp {
        csv.aim(text(bytes, from, end), line);
        try {
            if (!csv.next()) {
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a line in memory", e);
        }
        if (!csv.endedWithItsLine()) {
            throw new GiveUp();
        }
        rows++;
        return row.read(number);
    }

    /** How many of the lines were rows. */
    long rows() {
        return rows;
    }

    /**
     * @throws GiveUp when it is not UTF-8
     */
    static String text(byte[] bytes, int from, int end) throws GiveUp {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, end - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new GiveUp();
        }
    }
}
