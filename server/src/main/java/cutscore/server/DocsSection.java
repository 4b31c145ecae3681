package cutscore.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A section of a document that a command writes, between two marks that name the command.
 *
 * @param name {@code bench import}
 */
record DocsSection(String name) {

    /** In the place of what stands between the marks, or at the end where there are none. */
    void write(Path file, String section) throws IOException {
        String begin = "<!-- " + name + ": begin, written by ./cutscore " + name + " -->\n";
        String end = "<!-- " + name + ": end -->\n";
        String text = Files.readString(file);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        String whole = begin + section + end;
        Files.writeString(
                file,
                from < 0 || to < from
                        ? text + "\n" + whole
                        : text.substring(0, from) + whole + text.substring(to + end.length()));
    }
}
