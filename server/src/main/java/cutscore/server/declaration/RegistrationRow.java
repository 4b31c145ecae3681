package cutscore.server.declaration;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.csv.Headings;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.exam.DeclaredGround;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a list: CSV {@code admission_number,ground,place}, the place left out for whom the
 * registration counts.
 *
 * @param line of the file, from 1
 */
record RegistrationRow(
        int line, String admissionNumber, DeclaredGround ground, Optional<DivisionCode> place) {
    private static final int MOST_FAULTS = 1000;
    private static final Map<String, String> HEADINGS =
            Map.of(
                    "admission_number", "admission_number",
                    "准考证号", "admission_number",
                    "ground", "ground",
                    "理由", "ground",
                    "place", "place",
                    "地区代码", "place");
    private static final Map<String, DeclaredGround> GROUNDS =
            Map.of(
                    "REGISTERED", DeclaredGround.REGISTERED,
                    "报名地", DeclaredGround.REGISTERED,
                    "HOUSEHOLD", DeclaredGround.HOUSEHOLD,
                    "户籍", DeclaredGround.HOUSEHOLD,
                    "WORKS", DeclaredGround.WORKS,
                    "工作", DeclaredGround.WORKS);

    /** All rows of a file, and its digest. */
    record Read(List<RegistrationRow> rows, String sha256) {}

    /**
     * @throws Unreadable with every fault of the file
     */
    static Read all(CsvSource source) {
        try (var csv = new CsvReader(source)) {
            boolean any = csv.next();
            var headings = new Headings(csv, HEADINGS, List.of("admission_number", "ground"));
            var faults = new ArrayList<>(headings.faults());
            var rows = new ArrayList<RegistrationRow>();
            var seen = new HashSet<String>();
            while (any && headings.faults().isEmpty() && csv.next()) {
                read(csv, headings, seen, faults).ifPresent(rows::add);
            }
            if (faults.isEmpty() && rows.isEmpty()) {
                faults.add(
                        csv.fault(
                                "LIST_EMPTY",
                                0,
                                null,
                                new Words("名单里没有人", "nobody is on the list"),
                                new Words("核对文件", "check the file")));
            }
            if (!faults.isEmpty()) {
                throw new Unreadable(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
            }
            return new Read(rows, csv.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<RegistrationRow> read(
            CsvReader csv, Headings headings, Set<String> seen, List<Fault> faults) {
        if (csv.fault().isPresent()) {
            faults.add(csv.fault().get());
            return Optional.empty();
        }
        int before = faults.size();
        String number = csv.text(headings.column("admission_number")).strip();
        var ground = GROUNDS.get(csv.text(headings.column("ground")).strip());
        int at = headings.column("place");
        String place = at < 0 ? "" : csv.text(at).strip();
        if (number.isEmpty() || number.length() > 32 || !seen.add(number)) {
            faults.add(numberFault(csv, headings));
        }
        if (ground == null) {
            faults.add(groundFault(csv, headings));
        }
        boolean code = place.matches("[1-9]\\d{5}");
        boolean needed = ground != null && ground != DeclaredGround.REGISTERED;
        if (!code && (needed || !place.isEmpty())) {
            faults.add(placeFault(csv, at));
        }
        return faults.size() > before || ground == null
                ? Optional.empty()
                : Optional.of(
                        new RegistrationRow(
                                Math.toIntExact(csv.line()),
                                number,
                                ground,
                                code ? Optional.of(new DivisionCode(place)) : Optional.empty()));
    }

    private static Fault numberFault(CsvReader csv, Headings headings) {
        return csv.fault(
                "LIST_NUMBER",
                headings.column("admission_number") + 1,
                "admission_number",
                new Words("准考证号缺、过长或重复", "the admission number is missing, too long or repeated"),
                new Words("补填，或删去本行", "fill it in, or remove this row"));
    }

    private static Fault groundFault(CsvReader csv, Headings headings) {
        return csv.fault(
                "LIST_GROUND",
                headings.column("ground") + 1,
                "ground",
                new Words("理由不是报名地、户籍、工作之一", "the ground is none of REGISTERED, HOUSEHOLD, WORKS"),
                new Words("填三者之一", "fill in one of the three"));
    }

    private static Fault placeFault(CsvReader csv, int at) {
        return csv.fault(
                "LIST_PLACE",
                Math.max(0, at + 1),
                "place",
                new Words("地区代码不是六位", "the place is no code of six digits"),
                new Words("填县级行政区划代码", "fill in the county's code"));
    }

    /** The form it stands for; the gate judges person and place by it. */
    DeclarationForm form(SessionId session, String key) {
        return new DeclarationForm(
                session,
                admissionNumber,
                ground,
                place,
                true,
                key,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of());
    }
}
