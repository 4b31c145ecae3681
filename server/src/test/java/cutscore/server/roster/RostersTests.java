package cutscore.server.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.Digest;
import cutscore.server.ModuleTest;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.SamePerson;
import cutscore.server.exam.Exams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class RostersTests {
    private static final String HEADINGS =
            "admission_number,division_code,qualification,subject_1,subject_2,subject_3,standing,"
                    + "identity_type,identity_number,name\n";
    private static final String NUMBER = "990101199001011234";
    private static final Officer ANALYST = officer(Role.ANALYST);

    @Autowired Rosters rosters;
    @Autowired Exams exams;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    @Test
    void aConfirmedRosterIsReadBackAsItWasWritten() throws IOException {
        var session = open("2041-1");
        var roster =
                confirmed(
                        session,
                        row("A\\1", "513321", "信息系统项目管理师", "45.5,,违纪", "", "虚构\\甲")
                                + row("A2", "510100", "软件设计师", "75,0,", "voided", "虚构乙"));
        assertThat(roster.totals()).isEqualTo(new ControlTotals(2, 91 + 150));
        var entry = rosters.find(session, "A\\1").orElseThrow();
        assertThat(entry.division().value()).isEqualTo("513301");
        assertThat(entry.name()).isEqualTo("虚构\\甲");
        assertThat(entry.scores())
                .containsExactly(
                        new SubjectScore.Marked(Score.of("45.5")),
                        new SubjectScore.Absent(),
                        new SubjectScore.Voided());
        assertThat(rosters.find(session, "A2").orElseThrow().voided()).isTrue();
        assertThat(rosters.find(session, "A3")).isEmpty();
        var all = new ArrayList<String>();
        rosters.examinees(session, e -> all.add(e.admissionNumber()));
        assertThat(all).containsExactly("A2", "A\\1");
    }

    @Test
    void aRosterCountsForNothingUntilASecondPersonTypedItsDigestAndTotals() throws IOException {
        var session = open("2041-2");
        var file = file(row("B1", "513326", "软件设计师", "40,41,", "", "虚构甲"));
        var roster = rosters.importFile(session, file, ANALYST);
        var totals = new ControlTotals(1, 162);
        String sha256 = Digest.hex(Files.readAllBytes(file));
        assertThat(rosters.find(session, "B1")).isEmpty();
        assertThatThrownBy(() -> rosters.confirm(roster.id(), sha256, totals, ANALYST))
                .isInstanceOf(SamePerson.class);
        var second = officer(Role.PUBLISHER);
        assertThatThrownBy(
                        () ->
                                rosters.confirm(
                                        roster.id(), sha256, new ControlTotals(1, 161), second))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> rosters.confirm(roster.id(), "0".repeat(64), totals, second))
                .isInstanceOf(Unreadable.class);
        rosters.confirm(roster.id(), sha256, totals, second);
        assertThat(rosters.find(session, "B1")).isPresent();
        var other = rosters.importFile(session, file, ANALYST);
        assertThatThrownBy(() -> rosters.confirm(other.id(), sha256, totals, second))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void aFileWithAnyFaultIsRefusedWithAllOfThemAndLeavesNothing() throws IOException {
        var session = open("2042-1");
        long before = entries();
        var file =
                file(
                        row("C1", "513326", "软件设计师", "40,41,", "", "虚构甲")
                                + row("C2", "513326", "软件设计师", "75.5,41,", "", "虚构乙")
                                + row("C1", "513326", "软件设计师", "40,41,", "", "虚构丙")
                                + row("C3", "513326", "程序员", "40,41,", "", "虚构丁")
                                + row("C4", "513326", "软件设计师", "40,41,", "", "")
                                + "C5,513326,软件设计师,40,41,,,居民身份证,4.4E+17,虚构戊\n"
                                + "C6,513326,软件设计师,40,41,,,居民身份证,110105194912310021,虚构己\n"
                                + "C7,513326,软件设计师,40,41,,,护照,110105194912310021,虚构庚\n");
        assertThatThrownBy(() -> rosters.importFile(session, file, ANALYST))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused ->
                                assertThat(refused.faults())
                                        .extracting(Fault::code)
                                        .containsExactly(
                                                "SCORE_ABOVE_FULL",
                                                "NUMBER_TWICE",
                                                "QUALIFICATION_NOT_OFFERED",
                                                "NAME",
                                                "IDENTITY_ROUNDED",
                                                "IDENTITY_CHECK"));
        assertThat(entries()).isEqualTo(before);
        assertThat(
                        sql.sql(
                                        "SELECT count(*) FROM pg_class WHERE relname LIKE 'entry_%'"
                                                + " AND relkind = 'r' AND NOT relispartition")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void anImportNeedsToKnowWhoItIs() throws IOException {
        var session = open("2042-2");
        var file = folder.resolve("r.csv");
        Files.writeString(
                file,
                "admission_number,division_code,qualification,subject_1,subject_2\n"
                        + "D1,513326,软件设计师,1,2\n");
        assertThatThrownBy(() -> rosters.importFile(session, file, ANALYST))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("identity_number");
    }

    @Test
    void identityNumbersAreNowhereInClear() throws IOException {
        var session = open("2043-1");
        confirmed(session, row("E1", "513326", "软件设计师", "40,41,", "", "虚构甲"));
        assertThat(
                        sql.sql("SELECT count(*) FROM roster.entry e WHERE e::text LIKE :number")
                                .param("number", "%" + NUMBER + "%")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(rosters.maskedIdentity(session, "E1")).contains("990*************34");
    }

    @Test
    void aSealedNumberDoesNotOpenInAnotherRow() throws IOException {
        var session = open("2043-2");
        confirmed(
                session,
                row("F1", "513326", "软件设计师", "40,41,", "", "虚构甲")
                        + row("F2", "513326", "软件设计师", "40,41,", "", "虚构乙"));
        sql.sql("ALTER TABLE roster.entry DISABLE TRIGGER USER").update();
        try {
            sql.sql(
                            "UPDATE roster.entry SET sealed = (SELECT sealed FROM roster.entry"
                                    + " WHERE admission_number = 'F1')"
                                    + " WHERE admission_number = 'F2'")
                    .update();
        } finally {
            sql.sql("ALTER TABLE roster.entry ENABLE TRIGGER USER").update();
        }
        assertThatThrownBy(() -> rosters.maskedIdentity(session, "F2"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRosterIsNotChangedAfterItsImport() throws IOException {
        var session = open("2044-1");
        confirmed(session, row("G1", "513326", "软件设计师", "40,41,", "", "虚构甲"));
        assertThatThrownBy(() -> sql.sql("UPDATE roster.entry SET mark_1 = 150").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("UPDATE roster.roster SET row_count = 5").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoSignsInIsWhoTheRosterSays() throws IOException {
        var session = open("2044-2");
        confirmed(session, row("H1", "513326", "软件设计师", "40,41,", "", "虚构·甲"));
        assertThat(rosters.matches(session, "H1", NUMBER, "虚构·甲")).isTrue();
        assertThat(rosters.matches(session, "H1", " " + NUMBER, "虚构•甲")).isTrue();
        assertThat(rosters.matches(session, "H1", "９９０１０１１９９００１０１１２３４", "虚构·甲")).isTrue();
        assertThat(rosters.matches(session, "H1", NUMBER, "虚构乙")).isFalse();
        assertThat(rosters.matches(session, "H1", "990101199001011235", "虚构·甲")).isFalse();
        assertThat(rosters.matches(session, "H2", NUMBER, "虚构·甲")).isFalse();
    }

    private long entries() {
        return sql.sql("SELECT count(*) FROM roster.entry").query(Long.class).single();
    }

    private RosterOnRecord confirmed(SessionId session, String rows) throws IOException {
        var roster = rosters.importFile(session, file(rows), ANALYST);
        rosters.confirm(roster.id(), roster.sha256(), roster.totals(), officer(Role.PUBLISHER));
        return roster;
    }

    private Path file(String rows) throws IOException {
        return Files.writeString(folder.resolve("roster.csv"), HEADINGS + rows);
    }

    private SessionId open(String id) {
        var session = new SessionId(id);
        exams.open(
                session,
                LocalDate.of(session.year(), 5, 26),
                List.of("软件设计师", "信息系统项目管理师"),
                officer(Role.PUBLISHER));
        return session;
    }

    private static String row(
            String number,
            String division,
            String qualification,
            String marks,
            String standing,
            String name) {
        return String.join(
                        ",",
                        number,
                        division,
                        qualification,
                        marks,
                        standing,
                        "居民身份证",
                        NUMBER,
                        name)
                + "\n";
    }

    private static Officer officer(Role role) {
        return new Officer(UUID.randomUUID(), "员", Set.of(role), Optional.empty());
    }
}
