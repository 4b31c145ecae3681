package cutscore.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code line}: determine a line, recompute one, explain it, try a change. */
@Command(
        name = "line",
        mixinStandardHelpOptions = true,
        header = "划线：测算与复算 / The line: determine it, recompute it",
        description = {
            "单独划线是一道可复算的题：给出名册、地区和规则，得出同样的档案，一个字节不差。",
            "A separate line can be recomputed by anybody: roster, areas and rule give the same"
                    + " dossier, byte for byte."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LineDetermine.class,
            LineRecompute.class,
            LineExplain.class,
            LineBlast.class
        })
final class LineCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
