package cutscore.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code roster}: a template, a check of a real one, an invented one. */
@Command(
        name = "roster",
        mixinStandardHelpOptions = true,
        header = "名册：模板、检查与虚构 / The roster: a template, a check, an invented one",
        description = {
            "名册是 CSV（UTF-8 或 GB18030）或 .xlsx，列：准考证号、报名地行政区划代码、资格名称、科目一…三、考试状态、证件类型、证件号码、姓名。",
            "A roster is CSV (UTF-8 or GB18030) or .xlsx: admission_number, division_code,"
                    + " qualification, subject_1 … subject_3, standing, identity_type,"
                    + " identity_number, name."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RosterBlank.class, RosterGenerate.class, RosterCheck.class})
final class RosterCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
