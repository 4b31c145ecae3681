package cutscore.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code circular}: what a notice says. */
@Command(
        name = "circular",
        mixinStandardHelpOptions = true,
        header = "读通知 / read a circular",
        description = {
            "把单独划线通知的文本读成草稿，或取出其中的地区。草稿经两人确认才有效力。",
            "Reads a notice on separate lines as a draft, or takes its areas. A draft has no force",
            "until two officers confirm it."
        },
        footer = {
            "",
            "例 / Examples:",
            "  cutscore circular read examples/circulars/sichuan-2023H1.txt",
            "  cutscore circular read 通知.txt --json > circular.json",
            "  cutscore circular areas 通知.txt --out areas.csv"
        },
        subcommands = {CircularRead.class, CircularAreas.class})
final class CircularCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    private CircularCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
