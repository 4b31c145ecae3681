package cutscore.server.exam;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts of {@code past-windows.csv}. Openings without an hour stay without one. */
final class PastWindows {
    static final List<PastWindow> ALL =
            FactFile.rows("past-windows.csv").stream().map(PastWindows::window).toList();

    private PastWindows() {}

    private static PastWindow window(String[] row) {
        return new PastWindow(
                row[0].equals("000000") ? Optional.empty() : Optional.of(new DivisionCode(row[0])),
                Stream.of(row[1].split("\\|")).map(SessionId::new).toList(),
                Round.valueOf(row[2]),
                moment(row[3]),
                moment(row[4]),
                row[5],
                Sources.of(row[6]));
    }

    private static Optional<PastWindow.Moment> moment(String field) {
        if (field.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = field.split(" ");
        return Optional.of(
                new PastWindow.Moment(
                        LocalDate.parse(parts[0]),
                        parts.length > 1
                                ? Optional.of(LocalTime.parse(parts[1]))
                                : Optional.empty()));
    }
}
