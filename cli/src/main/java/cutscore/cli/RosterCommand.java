package cutscore.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code roster}: check a real one, invent one. */
@Command(
        name = "roster",
        mixinStandardHelpOptions = true,
        header = "名册：检查与虚构 / The roster: check a real one, invent one",
        description = {
            "名册是 CSV（UTF-8 或 GB18030），列：准考证号、报名地行政区划代码、资格名称、科目一…三、考试状态、证件类型、证件号码、姓名。",
            "A roster is CSV (UTF-8 or GB18030): admission_number, division_code, qualification,"
                    + " subject_1 … subject_3, standing, identity_type, identity_number, name."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RosterGenerate.class, RosterCheck.class})
final class RosterCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
