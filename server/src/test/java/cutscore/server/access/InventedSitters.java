package cutscore.server.access;

import cutscore.kernel.id.SessionId;
import cutscore.server.exam.Exams;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Two confirmed rosters of invented people, {@code 2040-1} with P01 to P40 and {@code 2040-2} with
 * Q01 to Q40, the same forty people; each test takes people of its own.
 */
@Component
class InventedSitters {
    static final String FIRST = "2040-1";
    static final String SECOND = "2040-2";
    private static final int PEOPLE = 40;
    private static final String HEADINGS =
            "admission_number,division_code,qualification,subject_1,subject_2,subject_3,standing,"
                    + "identity_type,identity_number,name\n";

    private final Rosters rosters;
    private final Exams exams;
    private boolean open;

    InventedSitters(Rosters rosters, Exams exams) {
        this.rosters = rosters;
        this.exams = exams;
    }

    synchronized void open() {
        if (!open) {
            open(FIRST, "P");
            open(SECOND, "Q");
            open = true;
        }
    }

    private void open(String id, String letter) {
        var session = new SessionId(id);
        var publisher = officer(Role.PUBLISHER);
        exams.open(session, LocalDate.of(session.year(), 5, 26), List.of("软件设计师"), publisher);
        var rows = new StringBuilder(HEADINGS);
        for (int n = 1; n <= PEOPLE; n++) {
            rows.append(letter + two(n) + ",513326,软件设计师,40,41,,,居民身份证,")
                    .append(identity(n) + "," + name(n) + "\n");
        }
        try {
            var file = Files.createTempFile("sitters", ".csv");
            Files.writeString(file, rows);
            var roster = rosters.importFile(session, file, officer(Role.ANALYST));
            rosters.confirm(roster.id(), roster.sha256(), roster.totals(), publisher);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form of {@code /register} as that person would fill it in, without keys. */
    static Map<String, String> facts(int n) {
        var form = new LinkedHashMap<String, String>();
        form.put("session", FIRST);
        form.put("admissionNumber", "P" + two(n));
        form.put("identityNumber", identity(n));
        form.put("personName", name(n));
        return form;
    }

    static Map<String, String> facts(int n, Map<String, String> more) {
        var form = facts(n);
        form.putAll(more);
        return form;
    }

    static String identity(int n) {
        return "9901011990010199" + two(n);
    }

    static String name(int n) {
        return "虚构·人" + two(n);
    }

    static String two(int n) {
        return n < 10 ? "0" + n : String.valueOf(n);
    }

    private static Officer officer(Role role) {
        return new Officer(UUID.randomUUID(), "员", Set.of(role), Optional.empty());
    }
}
