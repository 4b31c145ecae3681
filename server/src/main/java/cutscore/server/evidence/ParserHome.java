package cutscore.server.evidence;

import cutscore.server.evidence.parser.ParserMain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The examining process's own small class path, taken out of this program's: its package, PDFBox
 * and what PDFBox needs. Nothing that knows a database or a key is within its reach.
 */
final class ParserHome implements AutoCloseable {
    private static final List<Class<?>> LIBRARIES =
            List.of(PDDocument.class, RandomAccessRead.class, FontBoxFont.class, LogFactory.class);
    private static final String OWN =
            "classpath*:" + ParserMain.class.getPackageName().replace('.', '/') + "/*.class";

    private final Path folder;
    private final String classPath;

    private ParserHome(Path folder, List<Path> parts) {
        this.folder = folder;
        this.classPath =
                parts.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    static ParserHome make() throws IOException {
        var folder = Files.createTempDirectory("cutscore-parser");
        var parts = new java.util.ArrayList<Path>();
        parts.add(own(folder.resolve("parser.jar")));
        for (Class<?> one : LIBRARIES) {
            var part = folder.resolve(one.getSimpleName() + ".jar");
            try (var in = library(one)) {
                Files.copy(in, part);
            }
            parts.add(part);
        }
        return new ParserHome(folder, parts);
    }

    Path folder() {
        return folder;
    }

    String classPath() {
        return classPath;
    }

    /** The file a library's classes came from, also where it lies inside our own jar. */
    private static InputStream library(Class<?> one) throws IOException {
        var source = one.getProtectionDomain().getCodeSource().getLocation();
        String address = source.toString();
        if (address.startsWith("jar:") && address.endsWith("!/")) {
            address = address.substring(4, address.length() - 2);
        }
        return java.net.URI.create(address).toURL().openStream();
    }

    private static Path own(Path jar) throws IOException {
        var classes = new PathMatchingResourcePatternResolver().getResources(OWN);
        String inside = ParserMain.class.getPackageName().replace('.', '/') + "/";
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var one : classes) {
                out.putNextEntry(new ZipEntry(inside + one.getFilename()));
                out.write(one.getContentAsByteArray());
            }
        }
        return jar;
    }

    @Override
    public void close() {
        FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
