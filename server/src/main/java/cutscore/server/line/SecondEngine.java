package cutscore.server.line;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Json;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The line once more, in plain SQL: written from the definition (design §3) alone, with nothing of
 * the kernel's solver in it, so that the two can contradict each other. It counts from the rows of
 * the roster itself and answers what a dossier says under {@code keys}.
 */
@Component
class SecondEngine {
    private final JdbcOperations database;

    SecondEngine(JdbcOperations database) {
        this.database = database;
    }

    /**
     * What one line is determined from.
     *
     * @param exam the qualifications, in the exam's order
     * @param areas county-level units that are line areas on the exam's day
     * @param declared whether an admission number has an approved declaration
     * @param roster hands every row of the roster to what it is given
     */
    record Given(
            LineRule rule,
            Qualifications exam,
            Set<DivisionCode> areas,
            Predicate<String> declared,
            Consumer<Consumer<Examinee>> roster) {}

    /**
     * The keys of one roster, as its dossier must have them, byte for byte. The roster may be read
     * through a door of this server, in the same transaction.
     *
     * @throws Unreadable when the shape needs one number of subjects in a key and there are
     *     several, or the national mark is above somebody's full mark
     */
    @Transactional
    Json.Arr keys(Given given) {
        return each(List.of(given)).getFirst().orElseThrow(SecondEngine::refused);
    }

    /**
     * The keys of each of many rosters, in their order; nothing where {@link #keys} would refuse.
     */
    @Transactional
    List<Optional<Json.Arr>> each(List<Given> rosters) {
        return each(LineSql.OURS, rosters);
    }

    /** The same by other statements: for errors that are planted. */
    @Transactional
    List<Optional<Json.Arr>> each(LineSql statements, List<Given> rosters) {
        return Objects.requireNonNull(
                database.execute((Connection connection) -> statements.each(connection, rosters)));
    }

    private static Unreadable refused() {
        return new Unreadable(
                Fault.of(
                        "LINE_REFUSED",
                        new Words(
                                "同一条线的各资格科目数不同而划线方式不容许，或全国合格标准高于满分",
                                "one key has qualifications with different numbers of subjects,"
                                        + " which the shape does not allow, or the national mark is"
                                        + " above a full mark"),
                        new Words(
                                "改用 uniform，或把 key 设为 qualification，或改正 national",
                                "take uniform, or the key qualification, or mend national")));
    }
}
