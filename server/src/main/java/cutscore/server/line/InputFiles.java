package cutscore.server.line;

import cutscore.kernel.id.Divisions;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.Designation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.stream.Collectors;

/** The two small inputs of a determination as the CSV files of design §4: UTF-8, LF, sorted. */
final class InputFiles {
    private InputFiles() {}

    static byte[] areas(List<AreaAnswer.In> inForce) {
        var divisions = Divisions.builtIn();
        var out = new StringBuilder("division_code,name,ground,from,to,circular\n");
        for (AreaAnswer.In area : inForce) {
            row(
                    out,
                    area.code().value(),
                    divisions.fullName(area.code()),
                    grounds(area),
                    area.since().toString(),
                    lastDay(area),
                    circulars(area));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] declared(NavigableSet<String> admissionNumbers) {
        var out = new StringBuilder("admission_number\n");
        admissionNumbers.forEach(number -> row(out, number));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String grounds(AreaAnswer.In area) {
        return area.grounds().stream()
                .map(ground -> ground.ground().zh())
                .distinct()
                .collect(Collectors.joining("；"));
    }

    /** Empty while any ground has no last day; else the latest of them. */
    private static String lastDay(AreaAnswer.In area) {
        var ends = area.grounds().stream().map(ground -> ground.inForce().to()).toList();
        if (ends.stream().anyMatch(Objects::isNull)) {
            return "";
        }
        return ends.stream()
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse("");
    }

    private static String circulars(AreaAnswer.In area) {
        return area.grounds().stream()
                .map(InputFiles::circular)
                .distinct()
                .collect(Collectors.joining("；"));
    }

    private static String circular(Designation ground) {
        var document = ground.document();
        return document.numbers().isEmpty()
                ? document.authority() + document.dated().map(day -> " " + day).orElse("")
                : String.join("、", document.numbers());
    }

    private static void row(StringBuilder out, String... fields) {
        for (int i = 0; i < fields.length; i++) {
            out.append(i == 0 ? "" : ",").append(quoted(fields[i]));
        }
        out.append('\n');
    }

    /** RFC 4180: quotes only where they are needed. */
    private static String quoted(String field) {
        boolean plain =
                field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
