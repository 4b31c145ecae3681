package cutscore.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * DuckDB as if it were installed on the machine: its native library beside its classes. Left in its
 * jar, 70 MB would be unpacked at the start of every process, which is not what is to be measured.
 */
final class DuckInstall {
    private static final String NATIVE = "libduckdb_java.so_";

    private final Path folder;

    private DuckInstall(Path folder) {
        this.folder = folder;
    }

    static DuckInstall into(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var jar = new JarFile(jar().toFile());
                var out =
                        new JarOutputStream(Files.newOutputStream(folder.resolve("duckdb.jar")))) {
            for (JarEntry entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    if (entry.getName().startsWith(NATIVE + system())) {
                        Files.copy(in, folder.resolve(System.mapLibraryName("duckdb_java")));
                    } else if (!entry.getName().startsWith(NATIVE)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        in.transferTo(out);
                    }
                }
            }
        }
        return new DuckInstall(folder);
    }

    /** What java is to be told, so that the classes and the library are found. */
    String[] options() {
        return new String[] {"-Djava.library.path=" + folder, "-Xshare:auto"};
    }

    /** This program's class path with DuckDB's own jar taken out. */
    String classPath() {
        String jar = jar().toString();
        var path = new StringBuilder(folder.resolve("duckdb.jar").toString());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String place = Path.of(entry).toAbsolutePath().toString();
            if (!place.equals(jar)) {
                path.append(File.pathSeparator).append(place);
            }
        }
        return path.toString();
    }

    private static Path jar() {
        try {
            var driver = Class.forName("org.duckdb.DuckDBDriver").asSubclass(Driver.class);
            return Path.of(driver.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException("DuckDB is not on the class path", e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String os = name.startsWith("mac") ? "macos" : "linux";
        String arch = System.getProperty("os.arch");
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        return os + "_" + (arm ? "arm64" : "amd64");
    }
}
