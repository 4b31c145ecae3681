package cutscore.server.area;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Period;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The law book of 2023: what the national documents say of 303 counties, from {@code
 * line-areas.csv}. It is recorded once, at the first start, as an act of its own; the same file is
 * never recorded twice.
 *
 * <p>In force from 2023-01-01, the day from which 人社厅发〔2022〕25号 applies. Left out of the file on
 * purpose: 540171 to 540174 and 632857, units of the statistics bureau that are no counties.
 */
@Component
class LawBook {
    static final LocalDate IN_FORCE_FROM = LocalDate.of(2023, 1, 1);
    private static final String KEY = "mohrss-2022-25";
    private static final String KEY_COUNTIES = "key-counties-2021";

    private static final Designation.Document NOTICE_25 =
            new Designation.Document(
                    "关于单独划定部分专业技术人员职业资格考试合格标准有关事项的通知",
                    "人力资源和社会保障部办公厅",
                    List.of("人社厅发〔2022〕25号"),
                    Optional.empty(),
                    Optional.empty());
    private static final Designation.Document COUNTIES_OF_2021 =
            new Designation.Document(
                    "国家乡村振兴重点帮扶县名单",
                    "中央农村工作领导小组办公室、国家乡村振兴局",
                    List.of(),
                    Optional.of(LocalDate.of(2021, 8, 27)),
                    Optional.empty());

    private final AreaTable table;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;

    LawBook(AreaTable table, Ledger ledger, Entropy entropy, InstantSource clock) {
        this.table = table;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
    }

    /** One line of the file. */
    private record Row(DivisionCode division, Ground ground, String source, String confidence) {}

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void record() {
        table.lock();
        if (table.isRecorded(KEY)) {
            return;
        }
        byte[] file = file();
        var rows = rows(file);
        Instant at = clock.instant();
        var body =
                Json.object()
                        .put("file", "line-areas.csv")
                        .put("sha256", Digest.hex(file))
                        .put("rows", rows.size())
                        .put("counties", rows.stream().map(Row::division).distinct().count())
                        .put("inForceFrom", IN_FORCE_FROM.toString())
                        .build();
        long index = ledger.append(new Act("area.recorded", at, List.of(), body)).index();
        insert(KEY, NOTICE_25, rows, at, index);
        insert(KEY_COUNTIES, COUNTIES_OF_2021, rows, at, index);
    }

    private void insert(
            String source, Designation.Document said, List<Row> rows, Instant at, long index) {
        var id = entropy.id();
        table.insert(id, Optional.of(source), said, at, index);
        for (String confidence : List.of("high", "medium")) {
            var areas =
                    rows.stream()
                            .filter(r -> r.source().equals(source))
                            .filter(r -> r.confidence().equals(confidence))
                            .map(LawBook::fresh)
                            .toList();
            table.insert(id, areas, confidence, at);
        }
    }

    private static AreaTable.Fresh fresh(Row row) {
        // The copy of the notice that was read does not number its clauses.
        return new AreaTable.Fresh(
                row.division(), row.ground().words(), "", new Period(IN_FORCE_FROM, null));
    }

    private static List<Row> rows(byte[] file) {
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(
                        field ->
                                new Row(
                                        new DivisionCode(field[0]),
                                        Ground.valueOf(field[2]),
                                        field[3],
                                        field[4]))
                .toList();
    }

    private static byte[] file() {
        try (InputStream in = LawBook.class.getResourceAsStream("line-areas.csv")) {
            return Objects.requireNonNull(in, "line-areas.csv").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
