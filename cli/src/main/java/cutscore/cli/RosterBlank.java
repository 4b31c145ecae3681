package cutscore.cli;

import cutscore.kernel.id.SessionId;
import cutscore.sheet.RosterTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code roster template}: a workbook to fill in. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "导入模板：下拉列表、文本格式、示例 / A workbook to fill in",
        description = {
            "WPS 和 Excel 都能打开：省县联动下拉，号码列为文本格式，第 4 行起填写。",
            "Opens in WPS and Excel: counties follow the province, number columns are text; fill in"
                    + " from row 4."
        },
        footer = {"", "例 / Example:", "  cutscore roster template --out 名册.xlsx --session 2024-1"})
final class RosterBlank implements Callable<Integer> {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "写到哪里 / where to write it")
    private Path out;

    @Option(
            names = "--session",
            paramLabel = "ID",
            defaultValue = "2023-1",
            description = "考次，决定列出哪些县 / the exam session, ${DEFAULT-VALUE}")
    private String session;

    @Override
    public Integer call() throws IOException {
        SessionId id = RosterCheck.session(session, spec);
        OutputFile.write(out, to -> RosterTemplate.write(id, to));
        spec.commandLine().getOut().println(out);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
