package cutscore.kernel.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.FastRosterReader.Asked;
import cutscore.kernel.score.SubjectScore;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The fast reader against the strict one, over files that nobody should have sent. */
class FastRosterReaderTests {
    private static final int ROUNDS = Integer.getInteger("cutscore.rounds", 4_000);
    private static final RosterReader.Exam EXAM =
            new RosterReader.Exam(
                    Divisions.builtIn(),
                    Qualifications.builtIn(),
                    LocalDate.of(2023, 5, 27),
                    Optional.empty());
    private static final RosterCodes CODES =
            new RosterCodes(EXAM.divisions(), EXAM.qualifications(), EXAM.day());
    private static final List<String> LISTED =
            List.of("XG20231", "XG20235", "XG20239-a/b", "号XG20233");

    /** What a reading says, in a form that can be held against another. */
    private record Said(List<RosterReport> reports, List<String> rows, List<Fault> unreadable) {}

    @Test
    void theFastReaderSaysOfEveryFileWhatTheStrictOneSays() throws IOException {
        long seed = Long.getLong("cutscore.seed", new Random().nextLong());
        System.out.println("FastRosterReaderTests seed " + seed);
        var random = new Random(seed);
        Map<String, Integer> met = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            var files = files(new HostileRosters(random), 1 + random.nextInt(2));
            int stretch = 1 + random.nextInt(400);
            var strict = strictly(files);
            assertThat(fast(files, stretch, 1 + random.nextInt(3), CODES))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(strict);
            count(strict, met);
        }
        System.out.println("FastRosterReaderTests met " + met);
        assertThat(met.keySet()).as("what came up").containsAll(WANTED);
    }

    private static final Set<String> WANTED =
            Set.of(
                    "sound",
                    "GB18030",
                    "NUMBER_TWICE",
                    "QUOTE_OPEN",
                    "QUOTE_STRAY",
                    "LINE_END",
                    "NUL",
                    "ENCODING",
                    "FIELD_TOO_LONG",
                    "DIVISION_RENUMBERED",
                    "COUNTY_NOT_KNOWN",
                    "SCORE_FORM",
                    "SCORE_ABOVE_FULL",
                    "SCORE_NOT_HALF_POINT",
                    "SUBJECT_TOO_MANY",
                    "ROW_SHORT",
                    "ROW_LONG",
                    "NUMBER_LONG",
                    "NUMBER_BLANK",
                    "NUMBER_CONTROL",
                    "DIVISION_FORM",
                    "DIVISION_UNKNOWN",
                    "QUALIFICATION_UNKNOWN",
                    "STANDING_UNKNOWN",
                    "HEADING_MISSING",
                    "NO_ROWS",
                    "HEADING_UNKNOWN");

    @Test
    void aFullMarkOneHalfPointTooHighIsFound() throws IOException {
        long seed = Long.getLong("cutscore.seed", new Random().nextLong());
        System.out.println("FastRosterReaderTests planted, seed " + seed);
        var random = new Random(seed);
        int rounds = 0;
        boolean found = false;
        while (!found && rounds++ < ROUNDS) {
            var files = files(new HostileRosters(random), 1);
            found = !fast(files, 300, 1, tooGenerous()).equals(strictly(files));
        }
        assertThat(found).as("seed %d", seed).isTrue();
    }

    private static RosterCodes tooGenerous() {
        var table = new StringBuilder("qualification,level,subjects,full_mark,national\n");
        for (Qualification q : EXAM.qualifications().all()) {
            String subjects = String.join(";", q.subjects());
            table.append(String.join(",", q.name(), q.level().name(), subjects, "75.5", "45\n"));
        }
        return new RosterCodes(EXAM.divisions(), Qualifications.read(table.toString()), EXAM.day());
    }

    private static void count(Said said, Map<String, Integer> met) {
        Set<String> once = new TreeSet<>();
        said.unreadable().forEach(fault -> once.add(fault.code()));
        for (RosterReport report : said.reports()) {
            once.add(report.sound() ? "sound" : "unsound");
            once.add(report.encoding());
            report.faults().forEach(fault -> once.add(fault.code()));
            report.notes().forEach(note -> once.add(note.code()));
        }
        once.forEach(what -> met.merge(what, 1, Integer::sum));
    }

    private static List<RosterFile> files(HostileRosters rosters, int howMany) {
        List<RosterFile> files = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            files.add(RosterFile.of("file-" + i, rosters.next()));
        }
        return files;
    }

    private static Said strictly(List<RosterFile> files) throws IOException {
        var reader = new RosterReader(EXAM.divisions(), EXAM.qualifications(), EXAM.day(), 20);
        var rows = new Rows(CODES);
        List<RosterReport> reports = new ArrayList<>();
        try {
            for (RosterFile file : files) {
                reports.add(reader.read(file.source(), rows::add));
            }
        } catch (Unreadable e) {
            return new Said(List.of(), List.of(), e.faults());
        }
        return new Said(reports, rows.sorted(), List.of());
    }

    private static Said fast(List<RosterFile> files, int stretch, int threads, RosterCodes codes)
            throws IOException {
        var asked = new Asked(threads, true, true, 20);
        var reader = new FastRosterReader(EXAM, codes, new NumberList(LISTED), asked, stretch);
        try {
            var read = reader.read(files, () -> new Rows(reader.codes()), _ -> {});
            var all = new Rows(reader.codes());
            read.sinks().forEach(rows -> all.texts.addAll(rows.texts));
            return new Said(read.reports(), all.sorted(), List.of());
        } catch (Unreadable e) {
            return new Said(List.of(), List.of(), e.faults());
        }
    }

    /** Every row as one text. */
    private static final class Rows implements RowSink {
        private final RosterCodes codes;
        private final List<String> texts = new ArrayList<>();

        Rows(RosterCodes codes) {
            this.codes = codes;
        }

        @Override
        public void take(int q, int division, int a, int b, int c, boolean voided, int listed) {
            var qualification = codes.qualifications().get(q);
            var marks = List.of(a, b, c).subList(0, qualification.subjects().size());
            texts.add(
                    String.join(
                            " ",
                            qualification.name(),
                            codes.divisions().get(division).value(),
                            marks.toString(),
                            voided + "",
                            listed + ""));
        }

        void add(Examinee examinee) {
            texts.add(
                    String.join(
                            " ",
                            examinee.qualification().name(),
                            examinee.division().value(),
                            examinee.scores().stream().map(Rows::mark).toList().toString(),
                            examinee.voided() + "",
                            LISTED.indexOf(examinee.admissionNumber()) + ""));
        }

        private static int mark(SubjectScore score) {
            return switch (score) {
                case SubjectScore.Absent() -> ABSENT;
                case SubjectScore.Voided() -> VOIDED;
                case SubjectScore.Marked(var mark) -> MARKED + mark.halfPoints();
            };
        }

        List<String> sorted() {
            Collections.sort(texts);
            return texts;
        }
    }
}
