package cutscore.bench;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * DuckDB as a whole process: {@code csv ROSTER AREAS SPILL} loads the table, checks that the
 * numbers are unique, digests the file and answers; {@code parquet FILE AREAS SPILL} only answers;
 * {@code start} opens the database and answers nothing, so that a start's share can be said.
 */
final class DuckProcess {
    private DuckProcess() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        var areas =
                Files.readAllLines(Path.of(arguments[2])).stream()
                        .skip(1)
                        .map(DivisionCode::new)
                        .toList();
        try (var duck = DuckDb.open(Path.of(arguments[3]), areas)) {
            String answer =
                    switch (arguments[0]) {
                        case "csv" -> checked(duck, file);
                        case "parquet" -> duck.answerFromLoaded(DuckDb.parquet(file));
                        default -> "";
                    };
            System.out.write(answer.getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }
    }

    private static String checked(DuckDb duck, Path roster) throws IOException {
        duck.load(roster, "roster");
        if (!duck.numbersUnique("roster")) {
            throw new IllegalStateException("a number stands twice");
        }
        System.err.println(sha256(roster));
        return duck.answerFromLoaded("roster");
    }

    /** By the JDK, which uses the processor's own instructions; DuckDB's was slower. */
    static String sha256(Path file) throws IOException {
        var digest = Digest.sha256();
        byte[] chunk = new byte[1 << 16];
        try (var in = Files.newInputStream(file)) {
            for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
                digest.update(chunk, 0, got);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
