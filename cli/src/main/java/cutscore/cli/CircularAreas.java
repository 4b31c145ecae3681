package cutscore.cli;

import cutscore.kernel.circular.AreasTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code circular areas FILE --out CSV}. */
@Command(
        name = "areas",
        mixinStandardHelpOptions = true,
        header = "取出通知里的地区 / a notice's areas as CSV",
        description = {
            "写出 division_code,name,ground,from,to,circular，一县一行，可直接交给 line determine。",
            "疑似错字按建议的代码写入，并在屏幕上提示，请核对。",
            "One county a row, ready for line determine. A spelling doubt is written with the",
            "suggested code and said on the screen: check it."
        },
        footer = {
            "",
            "例 / Example:",
            "  cutscore circular areas examples/circulars/sichuan-2023H1.txt --out areas.csv",
            "  cutscore line determine --roster 名册.csv --areas areas.csv --rule rule.json",
            "",
            "退出码 / exit: 0 写成 written · 2 读不了，文件不动 unreadable, the file is left as it was"
        })
final class CircularAreas implements Callable<Integer> {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "通知的文本，UTF-8 或 GB18030 / the notice's text, UTF-8 or GB18030")
    private Path file;

    @Option(names = "--out", required = true, paramLabel = "CSV", description = "写到哪里 / where to")
    private Path out;

    private CircularAreas() {}

    @Override
    public Integer call() throws IOException {
        var draft = CircularFiles.read(file);
        AtomicFile.write(out, AreasTable.csv(draft));
        var talk = spec.commandLine().getErr();
        talk.println("已写出 " + draft.areas().size() + " 个县级单位 / county-level units written: " + out);
        draft.spellingDoubts()
                .forEach(
                        d ->
                                talk.println(
                                        "疑似错字，请核对 / spelling doubt, check it: "
                                                + d.written()
                                                + " → "
                                                + d.meant()
                                                + " "
                                                + d.code()));
        draft.notUnderstood()
                .forEach(
                        n ->
                                talk.println(
                                        "第" + n.line() + "行/line " + n.line() + " " + n.text() + "："
                                                + n.why()));
        talk.flush();
        return 0;
    }
}
