package cutscore.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Long runs that look for a contradiction; the parent of each. */
@Command(
        name = "campaign",
        mixinStandardHelpOptions = true,
        header = "长时间的对拍与查错 / long runs that look for a contradiction",
        synopsisSubcommandLabel = "NAME",
        subcommands = {
            LineCampaignCommand.class,
            DeclarationCampaignCommand.class,
            LoadCampaignCommand.class,
            ClosingCampaignCommand.class,
            CampaignServerCommand.class
        })
final class CampaignCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "要说明哪一种：line、declarations、load、closing / name a campaign: line,"
                        + " declarations, load or closing");
    }
}
