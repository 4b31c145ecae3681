package cutscore.server.export;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.declaration.DeclarationLists;
import cutscore.server.declaration.ListFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The exports' only door: ask for one, see how far it is, take the file while it is there. */
@Component
public class Exports {
    /** As many rows as one file may have. */
    public static final long ROWS = 200_000;

    /** As many rows as one officer may ask for in 24 hours. */
    public static final long ROWS_A_DAY = 300_000;

    private static final int SHOWN = 50;
    private static final int UNDER_WAY = 3;

    private final JobTable table;
    private final DeclarationLists lists;
    private final ExportFolder folder;
    private final Exporting exporting;
    private final Entropy entropy;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Exports(
            JobTable table,
            DeclarationLists lists,
            ExportFolder folder,
            Exporting exporting,
            Entropy entropy,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.lists = lists;
        this.folder = folder;
        this.exporting = exporting;
        this.entropy = entropy;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Asks for a list of the officer's own province as a file.
     *
     * @param purpose in the officer's words, 4 to 200 characters; it stands in the file
     * @throws Unreadable when it says too little, the list is too long, three are under way, or the
     *     day's rows are spent
     * @throws cutscore.server.access.AccessRefused unless he reviews or leads there
     */
    public ExportJob ask(
            ListFilter filter, Format format, Purpose kind, String purpose, Officer by) {
        var province = DeclarationLists.province(by);
        var said = purpose.strip();
        require(
                said.codePointCount(0, said.length()) >= 4 && said.length() <= 200,
                "EXPORT_PURPOSE",
                "请写明导出用途，4 到 200 个字；用途会印在文件里",
                "say what it is for in 4 to 200 signs; it stands in the file");
        long rows = lists.count(filter, by);
        require(
                rows > 0 && rows <= ROWS,
                "EXPORT_ROWS",
                "这个列表有 " + rows + " 件；一次可以导出 1 到 " + ROWS + " 件，请调整筛选",
                "the list has " + rows + " rows; 1 to " + ROWS + " go at once: change the filter");
        var job =
                new ExportJob(
                        entropy.id(),
                        by.id(),
                        by.name(),
                        province,
                        filter.query(),
                        format,
                        kind,
                        said,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        ExportJob.Stage.WAITING,
                        rows,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        0);
        transaction.executeWithoutResult(_ -> insert(job));
        exporting.wake();
        return job;
    }

    /** Many asks at once count as many. */
    private void insert(ExportJob job) {
        table.lock(job.officer());
        require(
                table.underWay(job.officer()) < UNDER_WAY,
                "EXPORTS_UNDER_WAY",
                "你已有 3 个导出在进行，请等其中一个完成",
                "three of your exports are under way: wait for one of them");
        long today =
                job.rowsTotal()
                        + table.rowsSince(job.officer(), clock.instant().minus(Exporting.KEPT));
        require(
                today <= ROWS_A_DAY,
                "EXPORT_BUDGET",
                "24 小时内最多导出 " + ROWS_A_DAY + " 行，加上这次是 " + today + " 行；请缩小范围或明天再导出",
                "at most "
                        + ROWS_A_DAY
                        + " rows in 24 hours, and this makes "
                        + today
                        + ": narrow it, or ask tomorrow");
        table.insert(job);
    }

    /** The officer's own, the newest first; a lead sees those of the whole province. */
    public List<ExportJob> of(Officer by) {
        var province = DeclarationLists.province(by);
        boolean lead = by.roles().contains(Role.REVIEW_LEAD);
        return table.of(province, lead ? Optional.empty() : Optional.of(by.id()), SHOWN);
    }

    /**
     * The file, for who asked for it; the taking is on record before it is given.
     *
     * @throws NoSuchElementException when it is somebody else's, not ready, or its day is over
     */
    @Transactional
    public Taken take(UUID id, Officer by) throws IOException {
        var now = clock.instant();
        var job =
                table.find(id, DeclarationLists.province(by))
                        .filter(one -> one.officer().equals(by.id()))
                        .filter(one -> one.stage() == ExportJob.Stage.READY)
                        .filter(one -> one.goneAfter().filter(now::isBefore).isPresent())
                        .orElseThrow(() -> new NoSuchElementException("no such export"));
        table.downloaded(id, by.id(), now);
        return new Taken(job, folder.found(job));
    }

    /** A file and what it is. */
    public record Taken(ExportJob job, Path file) {}

    private static void require(boolean met, String code, String zh, String en) {
        if (!met) {
            var words = new Words(zh, en);
            throw new Unreadable(Fault.of(code, words, words));
        }
    }
}
