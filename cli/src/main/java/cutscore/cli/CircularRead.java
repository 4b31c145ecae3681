package cutscore.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code circular read FILE [--json]}. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        header = "把通知读成草稿 / read a notice as a structured draft",
        description = {
            "读出文号、考次、地区（到县、带代码和依据）、疑似错字、申报时间、人员与办理方式、",
            "已公布的合格标准、有效范围和违纪依据；读不懂的句子单独列出，绝不擅自猜测。",
            "Document numbers, sessions, areas with codes and grounds, spelling doubts, window,",
            "groups and routes, published lines, validity, legal basis; what was not understood",
            "is listed, nothing is guessed in silence."
        },
        footer = {
            "",
            "例 / Examples:",
            "  cutscore circular read examples/circulars/sichuan-2023H1.txt",
            "  cutscore circular read examples/circulars/sichuan-2023H1.txt --json",
            "",
            "退出码 / exit: 0 读成 read · 2 不是这类通知或读不了 not such a notice, or unreadable"
        })
final class CircularRead implements Callable<Integer> {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "通知的文本，UTF-8 或 GB18030 / the notice's text, UTF-8 or GB18030")
    private Path file;

    @Option(names = "--json", description = "供程序使用 / for programs")
    private boolean json;

    private CircularRead() {}

    @Override
    public Integer call() throws IOException {
        var draft = CircularFiles.read(file);
        var out = spec.commandLine().getOut();
        out.println(json ? draft.toJson().pretty() : DraftSummary.of(draft));
        out.flush();
        return 0;
    }
}
