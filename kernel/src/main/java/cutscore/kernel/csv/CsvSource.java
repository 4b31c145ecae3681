package cutscore.kernel.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A table's bytes, which can be read from the start more than once. */
public interface CsvSource {

    /** The name the person gave it, for faults. */
    String name();

    /** Its bytes from the start. */
    InputStream open() throws IOException;

    static CsvSource of(Path file) {
        return of(file, file.toString());
    }

    static CsvSource of(Path file, String name) {
        return new CsvSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }

    static CsvSource of(String name, byte[] content) {
        return new CsvSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content);
            }
        };
    }

    static CsvSource of(String name, String content) {
        return of(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
