package cutscore.server.exam;

import cutscore.kernel.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The facts of {@code past-lines.csv}. Three sessions of 软考 and 通信 2023 stand in an official
 * notice; of the others only reports were seen, and they say so.
 */
final class PastLines {
    static final List<PastLine> ALL =
            FactFile.rows("past-lines.csv").stream().map(PastLines::line).toList();

    private PastLines() {}

    private static PastLine line(String[] row) {
        return new PastLine(
                row[0],
                row[1],
                row[2],
                PastLine.Outcome.valueOf(row[3]),
                filled(row[4]),
                filled(row[5]),
                filled(row[6]),
                filled(row[7]).map(LocalDate::parse),
                row[8],
                source(row[9]));
    }

    private static Optional<String> filled(String field) {
        return Optional.of(field).filter(f -> !f.isEmpty());
    }

    private static Words source(String key) {
        return switch (key) {
            case "late-claim-2024" ->
                    new Words(
                            "工业和信息化部教育与考试中心，关于开展单独划线地区证书补申领工作的通告，2024年9月20日",
                            "MIIT exam centre, late-claim notice of 2024-09-20");
            case "reported" ->
                    new Words("据报道，未见公告原文", "as reported; the official text was not seen");
            case "none" -> new Words("没有找到公告", "no announcement was found");
            default -> throw new IllegalStateException("no such source: " + key);
        };
    }
}
