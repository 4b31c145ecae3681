package cutscore.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.ModuleTest;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.OpenSession;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Telling many over days of the scripted clock, and by workers that die in the middle. */
@ModuleTest
class TellingTests {
    private static final DivisionCode GANSU = new DivisionCode("620000");
    private static final String LINXIA = "622921";
    private static final String LANZHOU = "620102";
    private static final int MANY = 1_203;

    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired ScriptedClock clock;
    @Autowired Reminders reminders;
    @Autowired Broadcasting broadcasting;
    @Autowired BroadcastTable broadcasts;
    @Autowired MessageTable messages;
    @Autowired HappeningTable happenings;
    @Autowired Expansion expansion;
    @Autowired Audience audience;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    @Test
    void remindersMoveWithTheCloseAndNobodyIsRemindedTwice() throws IOException {
        var session = new SessionId("2038-1");
        roster(session, row("A1", LINXIA, 1) + row("A2", LINXIA, 2) + row("A3", LANZHOU, 3));
        var closes = Beijing.at(2038, 9, 4, 17, 0);
        clock.moveTo(closes.minusDays(14));
        var window = announce(session, new Window(closes.minusDays(14), closes));
        round();
        assertThat(told(session)).containsExactly("MAY_DECLARE A1", "MAY_DECLARE A2");
        clock.moveTo(closes.minusDays(3).minusSeconds(1));
        assertThat(news(session)).isEmpty();
        clock.moveTo(closes.minusDays(3));
        assertThat(news(session)).containsExactly("REMINDER A1", "REMINDER A2");
        assertThat(news(session)).isEmpty();

        clock.moveTo(closes.minusDays(2));
        var later = closes.plusDays(5);
        extend(window, later);
        assertThat(news(session)).containsExactly("WINDOW_EXTENDED A1", "WINDOW_EXTENDED A2");
        clock.moveTo(closes.minusDays(1));
        assertThat(news(session)).isEmpty();
        clock.moveTo(later.minusDays(3));
        assertThat(news(session)).containsExactly("REMINDER A1", "REMINDER A2");

        // Two days before the close somebody adds an hour: it is told, and not said twice.
        clock.moveTo(later.minusDays(2));
        extend(window, later.plusHours(1));
        assertThat(news(session)).containsExactly("WINDOW_EXTENDED A1", "WINDOW_EXTENDED A2");
        clock.moveTo(later.minusDays(1));
        assertThat(news(session)).isEmpty();
        clock.moveTo(later.plusHours(1).minusDays(1));
        assertThat(news(session)).containsExactly("REMINDER A1", "REMINDER A2");
        clock.moveTo(later.plusHours(1));
        assertThat(news(session)).isEmpty();
    }

    @Test
    void aBroadcastKilledAtARandomRowReachesEverybodyExactlyOnce() throws IOException {
        var session = new SessionId("2038-2");
        long seed = System.nanoTime();
        System.out.println("a worker dies: seed " + seed);
        var rows = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            rows.append(row("K" + i, LINXIA, i)).append(i % 3 == 0 ? row("L" + i, LANZHOU, i) : "");
        }
        roster(session, rows.toString());
        broadcasts.addPublished("line-published/" + seed, session, Optional.of(GANSU), "/lines");
        String fatal = "K" + new Random(seed).nextInt(MANY);
        dieAt(fatal);
        try {
            assertThatThrownBy(() -> broadcasting.run()).hasMessageContaining("died");
        } finally {
            sql.sql("DROP TRIGGER dies ON notice.message").update();
        }
        assertThat(told(session)).hasSizeLessThan(MANY).doesNotContain("LINE_PUBLISHED " + fatal);
        // Something else happens to the same people meanwhile, in another order.
        for (int i = MANY - 1; i >= 0; i--) {
            happenings.add(Kind.DECLARATION_RECEIVED, session, "K" + i, Optional.empty());
        }
        var one = CompletableFuture.runAsync(worker()::run);
        var other = CompletableFuture.runAsync(worker()::run);
        expansion.run();
        one.join();
        other.join();
        worker().run();
        assertThat(told(session)).filteredOn(told -> told.startsWith("DECL")).hasSize(MANY);
        assertThat(told(session))
                .filteredOn(told -> !told.startsWith("DECL"))
                .hasSize(MANY)
                .doesNotHaveDuplicates()
                .allMatch(told -> told.startsWith("LINE_PUBLISHED K"));
        var done = broadcasts.all().stream().filter(b -> b.session().equals(session)).toList();
        assertThat(done).singleElement().matches(b -> b.isDone() && b.told() == MANY);
        assertThat(text(session)).contains("公告").doesNotContainPattern("通过|分数|线是|K[0-9]");
    }

    /** Another node's. */
    private Broadcasting worker() {
        return new Broadcasting(
                broadcasts,
                messages,
                happenings,
                expansion,
                exams,
                audience,
                rosters,
                transactions);
    }

    private void dieAt(String number) {
        sql.sql(
                        """
                        CREATE OR REPLACE FUNCTION notice.die() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'died'; END $$
                        """)
                .update();
        sql.sql(
                        """
                        CREATE TRIGGER dies BEFORE INSERT ON notice.message FOR EACH ROW
                        WHEN (NEW.session = '2038-2' AND NEW.admission_number = '%s')
                        EXECUTE FUNCTION notice.die()
                        """
                                .formatted(number))
                .update();
    }

    private List<String> news(SessionId session) {
        var before = told(session);
        round();
        var now = new ArrayList<>(told(session));
        before.forEach(now::remove);
        return now;
    }

    private void round() {
        expansion.run();
        reminders.run();
        broadcasting.run();
    }

    private List<String> told(SessionId session) {
        return sql.sql(
                        """
                        SELECT kind || ' ' || admission_number FROM notice.message
                        WHERE session = ? ORDER BY created_at, admission_number
                        """)
                .param(session.value())
                .query(String.class)
                .list();
    }

    private String text(SessionId session) {
        return sql.sql(
                        """
                        SELECT DISTINCT title_zh || text_zh || title_en || text_en || path
                        FROM notice.message WHERE session = ? AND kind = 'LINE_PUBLISHED'
                        """)
                .param(session.value())
                .query(String.class)
                .single();
    }

    private WindowOnRecord announce(SessionId session, Window window) {
        return exams.announceWindow(
                session,
                GANSU,
                Round.ORDINARY,
                window,
                Duration.ZERO,
                Duration.ZERO,
                UUID.randomUUID(),
                OpenSession.officer(Role.PUBLISHER, null),
                OpenSession.officer(Role.PUBLISHER, null));
    }

    private void extend(WindowOnRecord window, java.time.OffsetDateTime closes) {
        var proposed =
                exams.proposeExtension(
                        window.id(),
                        closes,
                        Optional.empty(),
                        "大雪封路",
                        OpenSession.officer(Role.PUBLISHER, null));
        exams.confirmExtension(proposed.id(), OpenSession.officer(Role.PUBLISHER, null));
    }

    private void roster(SessionId session, String rows) throws IOException {
        var publisher = OpenSession.officer(Role.PUBLISHER, null);
        exams.open(session, LocalDate.of(session.year(), 5, 26), List.of("软件设计师"), publisher);
        var file =
                Files.writeString(
                        folder.resolve(session + ".csv"),
                        "准考证号,报名地行政区划代码,资格名称,科目一,科目二,科目三,考试状态,证件类型,证件号码,姓名\n" + rows);
        var roster = rosters.importFile(session, file, OpenSession.officer(Role.ANALYST, null));
        rosters.confirm(roster.id(), roster.sha256(), roster.totals(), publisher);
    }

    private static String row(String number, String division, int person) {
        return "%s,%s,软件设计师,40,41,,,居民身份证,99010119900101%04d,虚构甲%n"
                .formatted(number, division, person);
    }
}
