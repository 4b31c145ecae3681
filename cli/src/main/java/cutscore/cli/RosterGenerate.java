package cutscore.cli;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.AreaList;
import cutscore.kernel.roster.RosterGenerator;
import cutscore.kernel.roster.RosterGenerator.Invention;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code roster generate}: invented examinees. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "虚构考生名册 / Invent a roster",
        description = {
            "考生全是虚构的：姓名以“虚构”开头，证件号码以不存在的 99 开头，准考证号以 XG 开头。同样的种子得到同样的字节；5000 人起会出现单独划线。",
            "All examinees are invented: names begin with 虚构, identity numbers with 99 (no such"
                + " region), admission numbers with XG. The same seed gives the same bytes; from"
                + " 5,000 examinees on a separate line arises."
        },
        footer = {
            "",
            "例 / Examples:",
            "  cutscore roster generate --examinees 50000 --seed 7 --out roster.csv",
            "  cutscore roster generate --examinees 5000 --seed 1 --areas areas.csv --headings zh"
                    + " --encoding gb18030 --out 名册.csv"
        })
final class RosterGenerate implements Callable<Integer> {
    private static final int WORTH_SHOWING = 200_000;

    enum Headings {
        EN,
        ZH
    }

    enum Encoding {
        UTF8(StandardCharsets.UTF_8),
        GB18030(Charset.forName("GB18030"));

        private final Charset charset;

        Encoding(Charset charset) {
            this.charset = charset;
        }
    }

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--examinees",
            required = true,
            paramLabel = "N",
            description = "人数，1 至 1 亿 / how many, 1 to 100 million")
    private long examinees;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "种子 / the seed")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "写到 / write to")
    private Path out;

    @Option(
            names = "--session",
            paramLabel = "ID",
            defaultValue = "2023-1",
            description = "考次 / exam session, ${DEFAULT-VALUE}")
    private String session;

    @Option(
            names = "--areas",
            paramLabel = "FILE",
            description =
                    "约一成考生报名于这些地区；默认四川 2023 通知的 51 县 / about a tenth register in these"
                            + " areas; else the 51 counties of the Sichuan circular of 2023")
    private @Nullable Path areas;

    @Option(names = "--headings", defaultValue = "en", description = "表头语言 / headings: en, zh")
    private Headings headings;

    @Option(
            names = "--encoding",
            defaultValue = "utf8",
            description = "编码 / encoding: utf8, gb18030")
    private Encoding encoding;

    @Override
    public Integer call() throws IOException {
        if (examinees < 1 || examinees > 100_000_000) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "人数须为 1 至 1 亿 / --examinees is 1 to 100 million");
        }
        var invention = invention();
        var generator = new RosterGenerator(invention, Divisions.builtIn());
        var err = spec.commandLine().getErr();
        try (var progress = new Progress("roster", examinees, examinees >= WORTH_SHOWING, err)) {
            OutputFile.write(
                    out,
                    to ->
                            generator.write(
                                    to,
                                    encoding.charset,
                                    headings == Headings.ZH,
                                    progress::reach));
        }
        err.println("写出 " + examinees + " 名虚构考生 / invented examinees written: " + out);
        return 0;
    }

    private Invention invention() throws IOException {
        SessionId when;
        try {
            when = new SessionId(session);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "考次应写作 2023-1 / a session is written 2023-1", e);
        }
        var invention = Invention.of(examinees, seed).at(when, Qualifications.builtIn().all());
        if (areas == null) {
            return invention;
        }
        var list = AreaList.read(CsvSource.of(InputFile.existing(areas)), Divisions.builtIn());
        return invention.in(list.inForce(ExamDays.about(when)));
    }
}
