package cutscore.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the house, found from the root of the checkout. */
final class Sources {
    static final Path HOUSE = root();

    private Sources() {}

    /** Every Java file of every module, tests included. */
    static List<Path> java() {
        return find(".java").filter(p -> p.toString().contains("/src/")).toList();
    }

    /** Java files of main code below a folder such as {@code server/src/main/java}. */
    static List<Path> javaIn(String folder) {
        return find(".java").filter(p -> HOUSE.relativize(p).startsWith(folder)).toList();
    }

    static List<Path> migrations() {
        return find(".sql").toList();
    }

    static Stream<Path> find(String ending) {
        try (var files = Files.walk(HOUSE)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(p -> p.toString().endsWith(ending))
                    .filter(p -> !p.toString().contains("/target/"))
                    .filter(p -> !HOUSE.relativize(p).startsWith("data"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return HOUSE.relativize(file).toString();
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("cutscore")) || !Files.exists(here.resolve("kernel"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("the root of the checkout was not found");
            }
        }
        return here;
    }
}
