package cutscore.server.declaration;

import static cutscore.server.declaration.OpenSession.SICHUAN;
import static cutscore.server.declaration.OpenSession.officer;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.access.Role;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** An exam session with as many people as wanted, all of 道孚, and a window that stays open. */
record CrowdedSession(SessionId id) {
    private static final String HEADINGS =
            "admission_number,division_code,qualification,subject_1,subject_2,standing,"
                    + "identity_type,identity_number,name\n";

    /** People are numbered from 0; each even one and the next are one person. */
    static CrowdedSession of(
            String id, int people, Exams exams, Rosters rosters, Instant now, Path folder)
            throws IOException {
        var session = new SessionId(id);
        var publisher = officer(Role.PUBLISHER, null);
        exams.open(session, LocalDate.of(session.year(), 5, 26), List.of("软件设计师"), publisher);
        var rows = new StringBuilder(HEADINGS);
        for (int i = 0; i < people; i++) {
            rows.append(number(i)).append(",513326,软件设计师,40,41,,居民身份证,9901011990");
            rows.append(String.format(Locale.ROOT, "%08d", i / 2)).append(",虚构人").append('\n');
        }
        var file = Files.writeString(folder.resolve(id + ".csv"), rows);
        var roster = rosters.importFile(session, file, officer(Role.ANALYST, null));
        rosters.confirm(roster.id(), roster.sha256(), roster.totals(), publisher);
        exams.announceWindow(
                session,
                SICHUAN,
                Round.ORDINARY,
                new Window(
                        now.atOffset(Beijing.OFFSET),
                        now.plus(Duration.ofDays(20_000)).atOffset(Beijing.OFFSET)),
                Duration.ZERO,
                Duration.ofDays(3),
                UUID.randomUUID(),
                publisher,
                officer(Role.PUBLISHER, null));
        return new CrowdedSession(session);
    }

    static String number(int person) {
        return String.format(Locale.ROOT, "P%06d", person);
    }

    DeclarationForm form(int person, String key) {
        return form(person, key, "", List.of());
    }

    DeclarationForm form(
            int person, String key, String employer, List<DeclarationForm.EvidenceOf> evidence) {
        return new DeclarationForm(
                id,
                number(person),
                DeclaredGround.WORKS,
                Optional.of(new DivisionCode("513326")),
                true,
                key,
                Optional.empty(),
                Optional.empty(),
                employer,
                evidence);
    }
}
