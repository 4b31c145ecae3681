package cutscore.server.evidence;

import cutscore.server.evidence.parser.ParserMain;
import cutscore.server.evidence.parser.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final List<String> LEAN =
            List.of(
                    "-Xmx256m",
                    "-Xss1m",
                    "-XX:MaxMetaspaceSize=128m",
                    "-XX:CompressedClassSpaceSize=64m",
                    "-XX:ReservedCodeCacheSize=64m",
                    "-XX:MaxDirectMemorySize=32m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.awt.headless=true",
                    "-Djdk.net.hosts.file=/dev/null");

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
        Disk.readable(folder);
        var parts = new ArrayList<Path>();
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

    /** The program that examines one file. */
    List<String> parser(Path work) {
        return java(work, ParserMain.class, List.of());
    }

    /** The program that says what holds it. */
    List<String> probe(int port, Path hidden) {
        return java(folder, Probe.class, List.of(Integer.toString(port), hidden.toString()));
    }

    private List<String> java(Path work, Class<?> main, List<String> arguments) {
        var out = new ArrayList<String>();
        out.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        out.addAll(LEAN);
        out.add("-Djava.io.tmpdir=" + work);
        out.add("-Dpdfbox.fontcache=" + folder);
        out.add("-cp");
        out.add(classPath);
        out.add(main.getName());
        out.addAll(arguments);
        return out;
    }

    /** A folder of its own for one process. */
    Path work() throws IOException {
        return Files.createTempDirectory(folder, "work");
    }

    void done(Path work) {
        FileSystemUtils.deleteRecursively(work.toFile());
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

    boolean folderIsGone() {
        return !Files.exists(folder);
    }

    @Override
    public void close() {
        FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
