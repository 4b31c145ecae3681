package cutscore.cli.ledger;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.VerifierKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cosigns a checkpoint that continues the one it saw before. */
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        header = {
            "见证：核对检查点与上次所见连续，然后联署",
            "cosign a checkpoint, if it continues the one seen before"
        },
        footer = {
            "",
            "联署后的检查点写到标准输出。 / The cosigned checkpoint goes to stdout.",
            "退出码 / exit: 0 已联署 cosigned · 1 拒绝 refused · 2 无法读取 unreadable",
            "例 / example: cutscore ledger witness URL --key VKEY --folder w1 --name example.org/w1"
        })
final class WitnessCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "(DIR | URL)",
            description = "存证目录或网址 / the ledger's folder or address")
    private String place;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "VKEY",
            description = "日志的公钥，须事先取得 / the log's key, held beforehand")
    private String key;

    @Option(
            names = "--folder",
            required = true,
            paramLabel = "DIR",
            description = "见证人自己的目录：密钥与上次所见 / the witness's own: its secret and what it saw")
    private Path folder;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "第一次使用时取的名称 / its name, given the first time")
    private @Nullable String name;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var source = Sources.of(place);
        var log = VerifierKey.parse(key);
        try (var own = WitnessFolder.open(folder)) {
            var signer = own.signer(Optional.ofNullable(name), random());
            var answer = new Witness(own, signer, InstantSource.system()).look(source, log);
            return switch (answer) {
                case Witness.Answer.Cosigned(var note) -> {
                    spec.commandLine().getOut().print(note.file());
                    spec.commandLine().getOut().flush();
                    yield 0;
                }
                case Witness.Answer.Refused(var why) -> {
                    spec.commandLine().getErr().println(why);
                    yield 1;
                }
            };
        }
    }

    private static Entropy random() {
        var random = new SecureRandom();
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
