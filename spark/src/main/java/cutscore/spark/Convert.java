package cutscore.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code convert}: a roster's CSV as Parquet, for rosters that are read more than once. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header =
                "把名册 CSV 转成 Parquet，不带姓名和证件号码 / A roster's CSV as Parquet, without names and"
                        + " identity numbers")
final class Convert implements Callable<Integer> {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Option(names = "--roster", required = true, paramLabel = "PLACE", description = "CSV")
    private String roster;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PLACE",
            description = "还不存在的文件夹 / a folder that is not there yet")
    private String out;

    @Option(
            names = "--qualifications",
            paramLabel = "FILE",
            description = "其他考试的资格表 / another exam's table")
    private @Nullable Path qualifications;

    @Option(
            names = "--exam-day",
            paramLabel = "DATE",
            description = "考试首日，用于核对区划代码 / the exam's first day, for which codes are judged")
    private @Nullable LocalDate examDay;

    @Override
    public Integer call() throws IOException {
        byte[] table = qualifications == null ? new byte[0] : Files.readAllBytes(qualifications);
        var day = examDay == null ? RosterConverter.usualDay() : examDay;
        try (var session = Sessions.open("cutscore roster convert")) {
            var converter = new RosterConverter(new Rosters(session, Rosters.CHUNK));
            long rows = converter.convert(roster, out, day, table);
            spec.commandLine().getErr().println("写出 " + rows + " 行 / rows written: " + out);
        }
        return 0;
    }
}
