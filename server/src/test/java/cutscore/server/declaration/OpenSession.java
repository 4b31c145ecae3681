package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An exam session with a roster of invented people and a window in Sichuan that opens in an hour
 * and closes an hour later.
 */
public record OpenSession(SessionId id, Instant opens, Instant closes) {
    public static final DivisionCode SICHUAN = new DivisionCode("510000");
    public static final DivisionCode DAOFU = new DivisionCode("513326");

    private static final String HEADINGS =
            "admission_number,division_code,qualification,subject_1,subject_2,standing,"
                    + "identity_type,identity_number,name\n";

    /** In this order: in an area, elsewhere, national line met, voided, 云南, in an area again. */
    public static OpenSession of(
            String id, Exams exams, Rosters rosters, ScriptedClock clock, Path folder)
            throws IOException {
        var session = new SessionId(id);
        var publisher = officer(Role.PUBLISHER, null);
        exams.open(session, LocalDate.of(session.year(), 5, 26), List.of("软件设计师"), publisher);
        var file =
                Files.writeString(
                        folder.resolve(id + ".csv"),
                        HEADINGS
                                + row("IN", "513326", "40,41", "", 1)
                                + row("OUT", "510107", "40,41", "", 2)
                                + row("MET", "513326", "45,45", "", 3)
                                + row("VOID", "513326", "40,41", "voided", 4)
                                + row("YUNNAN", "530102", "40,41", "", 5)
                                + row("TWICE", "513326", "40,41", "", 1)
                                + row("GANSU", "622901", "40,41", "", 6));
        var roster = rosters.importFile(session, file, officer(Role.ANALYST, null));
        rosters.confirm(roster.id(), roster.sha256(), roster.totals(), publisher);
        var opens = clock.instant().plus(Duration.ofHours(1));
        var closes = opens.plus(Duration.ofHours(1));
        exams.announceWindow(
                session,
                SICHUAN,
                Round.ORDINARY,
                new Window(opens.atOffset(Beijing.OFFSET), closes.atOffset(Beijing.OFFSET)),
                Duration.ZERO,
                Duration.ZERO,
                UUID.randomUUID(),
                publisher,
                officer(Role.PUBLISHER, null));
        return new OpenSession(session, opens, closes);
    }

    private static String row(
            String number, String division, String marks, String standing, int person) {
        return number
                + ","
                + division
                + ",软件设计师,"
                + marks
                + ","
                + standing
                + ",居民身份证,99010119900101000"
                + person
                + ",虚构"
                + number
                + "\n";
    }

    public DeclarationForm registered(String number, String key) {
        return new DeclarationForm(
                id,
                number,
                DeclaredGround.REGISTERED,
                Optional.empty(),
                true,
                key,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of());
    }

    public DeclarationForm works(String number, String county, String key) {
        return DeclarationForm.of(
                id, number, DeclaredGround.WORKS, new DivisionCode(county), true, key);
    }

    public static Officer reviewer() {
        return officer(Role.REVIEWER, SICHUAN);
    }

    public static Officer officer(
            Role role, @org.jspecify.annotations.Nullable DivisionCode province) {
        return new Officer(UUID.randomUUID(), "员", Set.of(role), Optional.ofNullable(province));
    }
}
