package cutscore.server.declaration;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Writes declarations, one or many with the same statements. */
@Component
final class AcceptanceTable {
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient sql;

    AcceptanceTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when a key was used, or a person has an active declaration: not all are in then. */
    boolean insert(List<DeclarationRow> rows) {
        return sql.sql(
                                """
                                INSERT INTO declaration.declaration
                                    (id, receipt, session, admission_number, person, qualification,
                                     ground, place, province, claim_window, stage, typed_by,
                                     idempotency_key, form_sha256, arrived_at, commitment,
                                     ledger_index, begun_at, employer, evidence_until)
                                SELECT * FROM unnest(
                                    ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[],
                                    ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[],
                                    ?::text[], ?::uuid[], ?::text[], ?::bytea[], ?::timestamptz[],
                                    ?::text[], ?::bigint[], ?::timestamptz[], ?::text[],
                                    ?::timestamptz[])
                                ON CONFLICT DO NOTHING
                                """)
                        .param(column(rows, "uuid", row -> row.id().value()))
                        .param(column(rows, "text", DeclarationRow::receipt))
                        .param(column(rows, "text", row -> row.session().value()))
                        .param(column(rows, "text", DeclarationRow::admissionNumber))
                        .param(column(rows, "text", row -> "\\x" + row.person()))
                        .param(column(rows, "text", DeclarationRow::qualification))
                        .param(column(rows, "text", row -> row.ground().name()))
                        .param(column(rows, "text", row -> row.place().value()))
                        .param(column(rows, "text", row -> row.province().value()))
                        .param(column(rows, "uuid", DeclarationRow::window))
                        .param(column(rows, "text", row -> row.stage().name()))
                        .param(column(rows, "uuid", row -> row.typedBy().orElse(null)))
                        .param(column(rows, "text", DeclarationRow::key))
                        .param(column(rows, "text", row -> "\\x" + row.formSha256()))
                        .param(column(rows, "text", row -> text(row.arrivedAt())))
                        .param(column(rows, "text", DeclarationRow::commitment))
                        .param(column(rows, "bigint", DeclarationRow::ledgerIndex))
                        .param(column(rows, "text", row -> text(row.begunAt())))
                        .param(column(rows, "text", DeclarationRow::employer))
                        .param(column(rows, "text", row -> text(row.evidenceUntil())))
                        .update()
                == rows.size();
    }

    private static SqlArrayValue column(
            List<DeclarationRow> rows, String type, Function<DeclarationRow, @Nullable Object> of) {
        return new SqlArrayValue(type, rows.stream().map(of).toArray());
    }

    private static String text(Instant moment) {
        return moment.atOffset(UTC).toString();
    }

    private static @Nullable String text(Optional<Instant> moment) {
        return moment.map(AcceptanceTable::text).orElse(null);
    }

    /**
     * Which files go with which of them; false when one of them goes with a declaration already.
     *
     * @param forms theirs, in the same order
     */
    boolean attach(List<DeclarationRow> rows, List<DeclarationForm> forms) {
        List<Object[]> files = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            for (var one : forms.get(i).evidence()) {
                files.add(
                        new Object[] {
                            row.id().value(), one.item(), one.file(), text(row.arrivedAt())
                        });
            }
        }
        return files.isEmpty()
                || sql.sql(
                                        """
                                        INSERT INTO declaration.evidence
                                            (declaration, item, file, added_at)
                                        SELECT * FROM unnest(
                                            ?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[])
                                        ON CONFLICT DO NOTHING
                                        """)
                                .param(cells(files, "uuid", 0))
                                .param(cells(files, "text", 1))
                                .param(cells(files, "uuid", 2))
                                .param(cells(files, "text", 3))
                                .update()
                        == files.size();
    }

    private static SqlArrayValue cells(List<Object[]> rows, String type, int at) {
        return new SqlArrayValue(type, rows.stream().map(row -> row[at]).toArray());
    }

    /** Those of the forms' files that go with a declaration already. */
    Set<UUID> attached(List<DeclarationForm> forms) {
        var files =
                forms.stream()
                        .flatMap(form -> form.evidence().stream())
                        .map(DeclarationForm.EvidenceOf::file)
                        .toArray();
        return files.length == 0
                ? Set.of()
                : Set.copyOf(
                        sql.sql("SELECT file FROM declaration.evidence WHERE file = ANY (?)")
                                .param(new SqlArrayValue("uuid", files))
                                .query(UUID.class)
                                .list());
    }

    /** Those of the candidates who have an active declaration. */
    Set<Sorted.Claimant> active(List<Acceptance.Candidate> candidates) {
        var claimants = candidates.stream().map(Sorted.Claimant::of).toList();
        return claimants.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        sql.sql(
                                        """
                                        SELECT d.session, d.qualification, d.person
                                        FROM unnest(?::text[], ?::text[], ?::bytea[])
                                            AS asked (session, qualification, person)
                                        JOIN declaration.declaration d
                                            USING (session, qualification, person)
                                        WHERE d.stage IN ('SUBMITTED', 'RETURNED', 'APPROVED')
                                        """)
                                .param(texts(claimants, Sorted.Claimant::session))
                                .param(texts(claimants, Sorted.Claimant::qualification))
                                .param(texts(claimants, one -> "\\x" + one.person()))
                                .query(
                                        (row, _) ->
                                                new Sorted.Claimant(
                                                        row.getString("session"),
                                                        row.getString("qualification"),
                                                        HEX.formatHex(row.getBytes("person"))))
                                .list());
    }

    private static SqlArrayValue texts(
            List<Sorted.Claimant> claimants, Function<Sorted.Claimant, String> of) {
        return new SqlArrayValue("text", claimants.stream().map(of).toArray());
    }
}
