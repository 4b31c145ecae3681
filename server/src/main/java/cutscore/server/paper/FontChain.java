package cutscore.server.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/** Which font draws a character: for each style a chain, and the first that has the character. */
final class FontChain {
    private static final String NOTO = "/fonts/ttf/NotoSansSC/NotoSansSC-";

    private final List<Face> text = new ArrayList<>();
    private final List<Face> strong = new ArrayList<>();
    private final List<Face> song = new ArrayList<>();

    private FontChain() {}

    /**
     * @throws UncheckedIOException when a font cannot be read, naming it
     */
    static FontChain load(@Nullable Path folder) {
        var chain = new FontChain();
        var more = folder == null ? List.<Face>of() : inFolder(folder);
        var regular = builtIn("Regular");
        var bold = builtIn("Bold");
        more.stream().filter(FontChain::isSong).forEach(chain.song::add);
        chain.text.add(regular);
        chain.text.addAll(more);
        chain.strong.add(bold);
        chain.strong.addAll(chain.text);
        chain.song.addAll(chain.strong);
        return chain;
    }

    Optional<Face> find(Style style, int codePoint) {
        return chain(style).stream().filter(face -> face.has(codePoint)).findFirst();
    }

    private List<Face> chain(Style style) {
        return switch (style) {
            case TEXT -> text;
            case STRONG -> strong;
            case SONG -> song;
        };
    }

    private static boolean isSong(Face face) {
        var name = face.name().toLowerCase(Locale.ROOT);
        return name.contains("serif") || name.contains("song");
    }

    private static Face builtIn(String weight) {
        try (var in = FontChain.class.getResourceAsStream(NOTO + weight + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("the built-in font is missing: " + weight);
            }
            return Face.parse("NotoSansSC-" + weight, new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Face> inFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".ttf"))
                    .sorted()
                    .map(FontChain::inFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Face inFile(Path file) {
        try {
            var name = String.valueOf(file.getFileName());
            return Face.parse(name, new RandomAccessReadBufferedFile(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
