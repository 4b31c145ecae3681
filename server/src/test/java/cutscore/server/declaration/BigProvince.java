package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.DemoAccounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 100,000 declarations of one province and 20,000 of another, made in the database at once: not
 * through the doors, so none of them is in the ledger. Only for a database of one's own.
 */
public final class BigProvince {
    public static final SessionId SESSION = new SessionId("2037-1");
    public static final DivisionCode SICHUAN = new DivisionCode("510000");
    public static final DivisionCode GANSU = new DivisionCode("620000");
    public static final int ROWS = 100_000;

    private static final Map<DemoAccounts, List<DemoAccounts.Account>> CAST = new HashMap<>();

    private BigProvince() {}

    /** The invented officers of Sichuan and one of elsewhere, opened once. */
    public static synchronized DemoAccounts.Account person(DemoAccounts demo, String name) {
        return CAST.computeIfAbsent(demo, one -> one.openOfficers(SICHUAN, one.key())).stream()
                .filter(one -> one.signInName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Everything arrived in the 100,000 minutes before {@code 2037-09-01 00:00} in Beijing. */
    public static void make(JdbcClient sql) {
        if (sql.sql("SELECT EXISTS (SELECT FROM declaration.declaration WHERE session = '2037-1')")
                .query(Boolean.class)
                .single()) {
            return;
        }
        // What a declaration may not do through its doors: begin anywhere but as submitted.
        sql.sql("ALTER TABLE declaration.declaration DISABLE TRIGGER USER").update();
        make(sql, 0, ROWS, "510000", "ARRAY['513326', '513401', '513221', '513338', '511402']");
        make(sql, ROWS, 20_000, "620000", "ARRAY['622901', '623001']");
        earlier(sql);
        sql.sql("ALTER TABLE declaration.declaration ENABLE TRIGGER USER").update();
        steps(sql);
        // Index-only scans need what a quiet night's vacuum knows.
        sql.sql("VACUUM (ANALYZE) declaration.declaration").update();
        sql.sql("VACUUM (ANALYZE) declaration.step").update();
    }

    private static void make(JdbcClient sql, int first, int rows, String province, String places) {
        sql.sql(
                        """
                        INSERT INTO declaration.declaration
                            (id, receipt, session, admission_number, person, qualification, ground,
                             place, province, claim_window, stage, idempotency_key, form_sha256,
                             arrived_at, commitment, ledger_index, moved_at, mend_until)
                        SELECT gen_random_uuid(),
                               regexp_replace('SB' || upper(left(md5(n::text), 16)),
                                              '^SB(.{4})(.{4})(.{4})(.{4})$', 'SB-\\1-\\2-\\3-\\4'),
                               '2037-1', 'N' || n, sha256(n::text::bytea),
                               (ARRAY['软件设计师', '网络工程师', '系统分析师'])[1 + n % 3],
                               (ARRAY['REGISTERED', 'WORKS', 'REGISTERED', 'HOUSEHOLD'])[1 + n % 4],
                               (%s)[1 + n * 7 %% array_length(%s, 1)], '%s', gen_random_uuid(),
                               CASE WHEN n % 20 < 8 THEN 'APPROVED' WHEN n % 20 < 10 THEN 'RETURNED'
                                    WHEN n % 20 < 11 THEN 'REJECTED' ELSE 'SUBMITTED' END,
                               'generated-' || n, sha256('form'),
                               timestamptz '2037-09-01 00:00:00+08' - n * interval '1 minute',
                               encode(sha256(n::text::bytea), 'hex'), 1000000000 + n,
                               CASE WHEN n % 20 < 11
                                    THEN timestamptz '2037-09-04 00:00:00+08' - n * interval '1 minute'
                               END,
                               CASE WHEN n % 20 BETWEEN 8 AND 9
                                    THEN timestamptz '2037-09-14 00:00:00+08' - n * interval '1 minute'
                               END
                        FROM generate_series(%d, %d) AS n
                        """
                                .replace("n % ", "n %% ")
                                .formatted(places, places, province, first, first + rows - 1))
                .update();
    }

    /** Two in five approved, one in ten returned, one in twenty rejected; the rest waits. */
    private static void steps(JdbcClient sql) {
        sql.sql(
                        """
                        INSERT INTO declaration.step
                            (declaration, number, step, stage_to, at, officer, reason, clause,
                             ledger_index)
                        SELECT id, 1,
                               CASE WHEN n < 8 THEN 'APPROVE' WHEN n < 10 THEN 'RETURN'
                                    ELSE 'REJECT' END,
                               CASE WHEN n < 8 THEN 'APPROVED' WHEN n < 10 THEN 'RETURNED'
                                    ELSE 'REJECTED' END,
                               arrived_at + interval '3 days', gen_random_uuid(),
                               CASE WHEN n < 8 THEN '' ELSE '照片看不清' END, '四(一)',
                               2000000000 + ledger_index
                        FROM (SELECT *, ((ledger_index - 1000000000) % 20) AS n FROM declaration.declaration
                              WHERE session = '2037-1') d
                        WHERE n < 11
                        """)
                .update();
    }

    /** The session before, half as large again: no list is the whole table. */
    private static void earlier(JdbcClient sql) {
        sql.sql(
                        """
                        INSERT INTO declaration.declaration
                            (id, receipt, session, admission_number, person, qualification, ground,
                             place, province, claim_window, stage, idempotency_key, form_sha256,
                             arrived_at, commitment, ledger_index)
                        SELECT gen_random_uuid(),
                               regexp_replace(receipt, '^SB-(.{4})-(.{4})-(.{4})-(.{4})$',
                                              'SB-\\4-\\3-\\2-\\1'),
                               '2036-2', admission_number, person, qualification, ground, place,
                               province, claim_window, 'APPROVED', 'earlier-' || ledger_index,
                               form_sha256, arrived_at - interval '150 days', commitment,
                               ledger_index + 500000000
                        FROM declaration.declaration WHERE session = '2037-1'
                        """)
                .update();
    }
}
