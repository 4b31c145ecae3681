package cutscore.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be done with a certificate offline. */
@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        header = "证书的离线核验 / check a certificate without a network",
        subcommands = CertificateVerify.class)
final class CertificateCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
