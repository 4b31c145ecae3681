package cutscore.server.declaration;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The library of reasons (补正原因库): national ones as data with their source, and each province's own,
 * which a lead adds and retires and nobody overwrites.
 */
@Component
public class Reasons {
    private static final List<Reason> NATIONAL = national();

    private final ReasonTable table;
    private final Entropy entropy;
    private final InstantSource clock;

    Reasons(ReasonTable table, Entropy entropy, InstantSource clock) {
        this.table = table;
        this.entropy = entropy;
        this.clock = clock;
    }

    /** Everything there is for a province, retired ones too, the most used first. */
    public List<Reason> all(DivisionCode province) {
        var uses = table.uses(province);
        return Stream.concat(
                        NATIONAL.stream().map(one -> counted(one, uses)),
                        table.of(province, uses).stream())
                .sorted(Comparator.comparingInt(Reason::uses).reversed())
                .toList();
    }

    /** What is offered for that verdict, the most used first. */
    public List<Reason> offered(DivisionCode province, Reason.Verdict verdict) {
        return all(province).stream()
                .filter(one -> one.verdict() == verdict && !one.retired())
                .toList();
    }

    /** One that is offered in that province. */
    public Optional<Reason> find(DivisionCode province, String id) {
        return all(province).stream()
                .filter(one -> one.id().equals(id) && !one.retired())
                .findFirst();
    }

    /**
     * Adds one to the lead's own province.
     *
     * @throws Unreadable when words or clause are missing or too long
     */
    @Transactional
    public void add(Reason.Verdict verdict, String words, String clause, Officer by) {
        by.must(Role.REVIEW_LEAD);
        String said = words.strip();
        String place = clause.strip();
        if (said.isEmpty() || said.length() > 500 || place.isEmpty() || place.length() > 60) {
            var wrong =
                    new Words(
                            "请写明理由（500 字以内）和条款（60 字以内）",
                            "give a reason (500 characters at most) and a clause (60 at most)");
            throw new Unreadable(Fault.of("REASON", wrong, wrong));
        }
        table.add(
                entropy.id(),
                by.province().orElseThrow(),
                verdict,
                said,
                place,
                by.id(),
                clock.instant());
    }

    /** Retires one of the lead's own province; false when there is none, or it is retired. */
    @Transactional
    public boolean retire(String id, Officer by) {
        by.must(Role.REVIEW_LEAD);
        return table.retire(id, by.province().orElseThrow(), by.id(), clock.instant());
    }

    private static Reason counted(Reason one, Map<String, Integer> uses) {
        return new Reason(
                one.id(),
                one.verdict(),
                one.words(),
                one.clause(),
                one.source(),
                false,
                uses.getOrDefault(one.id(), 0));
    }

    private static List<Reason> national() {
        try (var in =
                Objects.requireNonNull(Reasons.class.getResourceAsStream("review-reasons.csv"))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(
                            cell ->
                                    new Reason(
                                            cell[0],
                                            Reason.Verdict.valueOf(cell[1]),
                                            cell[3],
                                            cell[2],
                                            Optional.of(cell[4]),
                                            false,
                                            0))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
