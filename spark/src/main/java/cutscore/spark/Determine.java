package cutscore.spark;

import cutscore.kernel.Note;
import cutscore.kernel.Words;
import cutscore.kernel.csv.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code determine}: from rosters on the cluster to a dossier. */
@Command(
        name = "determine",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header =
                "在集群上测算，档案与 line determine 逐字节相同 / Determine on a cluster, the dossier's"
                        + " bytes are line determine's")
final class Determine implements Callable<Integer> {
    private static final int MOST_SHOWN = 20;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--roster",
            required = true,
            arity = "1..*",
            paramLabel = "PLACE",
            description = "名册：CSV 文件，或 convert 写的文件夹 / rosters: a CSV, or a folder by convert")
    private List<String> rosters;

    @Mixin private GivenFiles files;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "档案写到此文件 / write the dossier here, on the driver's disk")
    private Path out;

    @Option(
            names = "--pack",
            paramLabel = "FILE",
            description = "另写公开数据包 / also write the public pack")
    private @Nullable Path pack;

    @Option(
            names = "--chunk",
            paramLabel = "BYTES",
            defaultValue = "33554432",
            description = "每个任务读多少字节 / about how many bytes a task reads (${DEFAULT-VALUE})")
    private int chunk;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        var settings = files.read(err);
        try (var session = Sessions.open("cutscore line determine")) {
            var found =
                    ClusterDetermination.of(
                            new Rosters(session, Math.max(1024, chunk)), rosters, settings);
            found.notes().forEach(note -> err.println(note.text()));
            tellUnseen(found.unseen(), err);
            if (!found.byExecutors()) {
                err.println("由驱动程序逐行计数 / counted row by row on the driver");
            }
            if (pack != null) {
                write(pack, found.pack().bytes());
            }
            write(out, found.dossier().bytes());
        }
        return 0;
    }

    private static void tellUnseen(Set<String> unseen, PrintWriter err) {
        unseen.stream()
                .limit(MOST_SHOWN)
                .map(Shown::of)
                .map(
                        n ->
                                new Words(
                                        "申报名单中的 " + n + " 不在名册",
                                        n + " has declared but is not on the roster"))
                .forEach(w -> err.println(Note.of("DECLARED_UNKNOWN", "declared", w).text()));
        if (unseen.size() > MOST_SHOWN) {
            err.println("… " + unseen.size() + " 个/in all");
        }
    }

    /** Complete or not at all. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(beside, bytes);
        Files.move(
                beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
