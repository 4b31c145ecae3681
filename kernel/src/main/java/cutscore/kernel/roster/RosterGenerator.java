package cutscore.kernel.roster;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.Level;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.id.Standing;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Writes rosters of invented examinees, as long as wanted and in constant memory; the same seed
 * gives the same bytes on every machine. From 5,000 examinees on a separate line arises.
 */
public final class RosterGenerator {
    private static final List<String> SICHUAN_2023_1 =
            List.of("511113", "511132", "511133", "513200", "513300", "513400");

    private final Invention invention;
    private final Weighted<Level> levels;
    private final Map<Level, Weighted<Qualification>> qualifications;
    private final List<DivisionCode> inside;
    private final Weighted<Division> outside;

    /**
     * What is to be invented.
     *
     * @param examinees how many rows
     * @param seed where the dice begin
     * @param session whose year and half stand in the admission numbers
     * @param lineAreas counties where about a tenth of the examinees register; may be empty
     * @param qualifications what may be sat for
     */
    public record Invention(
            long examinees,
            long seed,
            SessionId session,
            Set<DivisionCode> lineAreas,
            List<Qualification> qualifications) {

        /**
         * @throws IllegalArgumentException when there is nobody or nothing to invent
         */
        public Invention {
            if (examinees < 1 || qualifications.isEmpty()) {
                throw new IllegalArgumentException("nobody to invent");
            }
            lineAreas = Set.copyOf(lineAreas);
            qualifications = List.copyOf(qualifications);
        }

        /** 2023-1, all 27 qualifications, the line areas of the Sichuan circular of 2023-08-22. */
        public static Invention of(long examinees, long seed) {
            return new Invention(
                    examinees,
                    seed,
                    SessionId.of(2023, 1),
                    sichuan(),
                    Qualifications.builtIn().all());
        }

        /** The same with other line areas. */
        public Invention in(Collection<DivisionCode> areas) {
            return new Invention(examinees, seed, session, Set.copyOf(areas), qualifications);
        }

        /** The same for another session and what it offers. */
        public Invention at(SessionId when, List<Qualification> offered) {
            return new Invention(examinees, seed, when, lineAreas, offered);
        }

        private static Set<DivisionCode> sichuan() {
            return SICHUAN_2023_1.stream()
                    .flatMap(code -> Divisions.builtIn().counties(new DivisionCode(code)).stream())
                    .map(Division::code)
                    .collect(Collectors.toSet());
        }
    }

    public RosterGenerator(Invention invention, Divisions divisions) {
        this.invention = invention;
        this.inside =
                invention.lineAreas().stream()
                        .flatMap(code -> divisions.find(code).stream())
                        .filter(d -> existed(d, divisions, invention.session()))
                        .map(Division::code)
                        .sorted()
                        .toList();
        this.outside =
                new Weighted<>(
                        divisions.all(),
                        d ->
                                existed(d, divisions, invention.session())
                                                && !invention.lineAreas().contains(d.code())
                                        ? crowd(d)
                                        : 0);
        Map<Level, List<Qualification>> byLevel =
                invention.qualifications().stream()
                        .collect(Collectors.groupingBy(Qualification::level));
        this.levels =
                new Weighted<>(
                        invention.qualifications().stream()
                                .map(Qualification::level)
                                .distinct()
                                .toList(),
                        InventedExam::levelWeight);
        this.qualifications =
                byLevel.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e ->
                                                new Weighted<>(
                                                        e.getValue(), InventedExam::popularity)));
    }

    private static boolean existed(Division division, Divisions divisions, SessionId session) {
        var standing = divisions.standing(division.code(), ExamDays.about(session));
        return standing instanceof Standing.County;
    }

    private static int crowd(Division division) {
        return switch (division.name().substring(division.name().length() - 1)) {
            case "区" -> 6;
            case "市" -> 3;
            default -> 1;
        };
    }

    /** English headings, UTF-8. */
    public void write(OutputStream out) throws IOException {
        write(out, StandardCharsets.UTF_8, false, rows -> {});
    }

    /**
     * @param chinese Chinese headings instead of English ones
     * @param written is told now and then how many rows are written
     */
    public void write(OutputStream out, Charset encoding, boolean chinese, LongConsumer written)
            throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, encoding), 1 << 16);
        var headings = chinese ? RosterHeadings.CHINESE : RosterHeadings.ENGLISH;
        text.write(String.join(",", headings) + "\n");
        for (long row = 0; row < invention.examinees(); row++) {
            write(text, row);
            if (row % 10_000 == 9_999) {
                written.accept(row + 1);
            }
        }
        text.flush();
        written.accept(invention.examinees());
    }

    private void write(Writer out, long row) throws IOException {
        var dice = new Dice(invention.seed(), row);
        var level = levels.draw(dice);
        var qualification = choose(qualifications.get(level), dice);
        boolean lineArea =
                !inside.isEmpty() && (outside.isEmpty() || dice.chance(InventedExam.IN_LINE_AREA));
        var division = lineArea ? dice.of(inside) : outside.draw(dice).code();
        var session = invention.session().value();
        out.append("XG").append(session, 0, 4).append(session.charAt(5));
        out.append(InventedPerson.digits(row + 1, 9)).append(',');
        out.append(division.value()).append(',').append(qualification.name());
        marks(out, dice, qualification, lineArea);
        out.append(dice.chance(InventedExam.VOIDED) ? ",voided" : ",");
        out.append(",居民身份证,").append(InventedPerson.identityNumber(dice, row));
        out.append(',').append(InventedPerson.name(dice, lineArea)).append('\n');
    }

    private static <T> T choose(@org.jspecify.annotations.Nullable Weighted<T> from, Dice dice) {
        if (from == null) {
            throw new IllegalStateException("a level without qualifications");
        }
        return from.draw(dice);
    }

    private static void marks(Writer out, Dice dice, Qualification of, boolean lineArea)
            throws IOException {
        int ability =
                of.national().halfPoints()
                        + InventedExam.average(of)
                        - (lineArea ? InventedExam.LINE_AREA_BEHIND : 0)
                        + dice.around(InventedExam.ABILITY);
        boolean away = dice.chance(InventedExam.STAYS_AWAY);
        for (int subject = 0; subject < 3; subject++) {
            out.append(',');
            away |= subject > 0 && dice.chance(InventedExam.LEAVES);
            boolean voided = dice.chance(InventedExam.SUBJECT_VOIDED);
            int half = ability + dice.around(InventedExam.DAY);
            // the first subject is 75 questions of one point each; the others are marked by people
            boolean whole = subject == 0 || dice.chance(7000);
            if (subject < of.subjects().size() && !away) {
                out.append(voided ? "违纪" : mark(half, of.fullMark().halfPoints(), whole));
            }
        }
    }

    private static String mark(int half, int full, boolean whole) {
        int within = Math.clamp(half, 0, full);
        int given = whole ? within - within % 2 : within;
        return given / 2 + (given % 2 == 0 ? "" : ".5");
    }
}
