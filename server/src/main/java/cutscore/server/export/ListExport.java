package cutscore.server.export;

import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.Officer;
import cutscore.server.declaration.DeclarationLists;
import cutscore.server.declaration.ListFilter;
import cutscore.server.declaration.ListForm;
import cutscore.server.declaration.ListRow;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** Writes the rows of a list into a file, with names masked and no identity number. */
@Component
final class ListExport {
    private static final int AT_ONCE = 500;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final List<String> HEADINGS =
            List.of(
                    "回执号", "姓名（已遮盖）", "状态", "此状态自", "资格", "理由", "地区代码", "地区", "到达时间", "补正截止",
                    "填写方式");

    private final DeclarationLists lists;
    private final Rosters rosters;

    ListExport(DeclarationLists lists, Rosters rosters) {
        this.lists = lists;
        this.rosters = rosters;
    }

    /**
     * Writes the whole file.
     *
     * @param said how many rows are written so far; may throw to end it
     * @return how many there are
     */
    long write(ExportJob job, Officer by, Instant at, OutputStream out, LongConsumer said)
            throws IOException {
        var mark = mark(job, at);
        try (var writer = writer(job.format(), out, mark)) {
            writer.row(HEADINGS);
            var batch = new Batch(writer, said);
            lists.each(filter(job.filter()), by, batch::add);
            batch.flush();
            writer.finish();
            return batch.written;
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    private static TableWriter writer(Format format, OutputStream out, WorkbookWriter.Mark mark)
            throws IOException {
        return format == Format.XLSX
                ? new WorkbookWriter(out, mark)
                : new CsvWriter(out, format == Format.CSV_UTF8, mark.line());
    }

    static WorkbookWriter.Mark mark(ExportJob job, Instant at) {
        var line =
                "划线导出 · "
                        + job.officerName()
                        + " · "
                        + time(at)
                        + "（北京时间）· 用途："
                        + job.kind().words().zh()
                        + "，"
                        + job.purpose()
                        + " · 姓名已遮盖，仅限此用途";
        return new WorkbookWriter.Mark(job.officerName(), at, job.purpose(), line);
    }

    static ListFilter filter(String query) {
        var typed = ListForm.parameters(query);
        var session = new SessionId(typed.getOrDefault("session", ""));
        return ListForm.read(typed, session).filter();
    }

    /** Rows on their way, so that names are asked for many at a time. */
    private final class Batch {
        private final TableWriter writer;
        private final LongConsumer said;
        private final List<ListRow> rows = new ArrayList<>(AT_ONCE);
        private long written;

        Batch(TableWriter writer, LongConsumer said) {
            this.writer = writer;
            this.said = said;
        }

        void add(ListRow row) {
            rows.add(row);
            if (rows.size() == AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (rows.isEmpty()) {
                return;
            }
            var names =
                    rosters.find(
                            rows.getFirst().session(),
                            rows.stream().map(ListRow::admissionNumber).toList());
            try {
                for (var row : rows) {
                    writer.row(cells(row, names));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written += rows.size();
            rows.clear();
            said.accept(written);
        }
    }

    private static List<String> cells(ListRow row, Map<String, RosterEntry> names) {
        return List.of(
                row.receipt(),
                Optional.ofNullable(names.get(row.admissionNumber()))
                        .map(entry -> MaskedName.of(entry.name()))
                        .orElse(""),
                row.stage().words().zh(),
                time(row.stageSince()),
                row.qualification(),
                row.ground().words().zh(),
                row.place().value(),
                Divisions.builtIn().fullName(row.place()),
                time(row.arrivedAt()),
                row.mendUntil().map(ListExport::time).orElse(""),
                row.typedByOfficer() ? "窗口代填" : "本人");
    }

    private static String time(Instant moment) {
        return TIME.format(moment.atOffset(Beijing.OFFSET));
    }
}
