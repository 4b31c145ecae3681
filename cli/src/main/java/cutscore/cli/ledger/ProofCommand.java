package cutscore.cli.ledger;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.merkle.ReceiptCheck;
import cutscore.kernel.merkle.ReceiptProof;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks one receipt from its own file, with no server and no ledger at hand. */
@Command(
        name = "proof",
        mixinStandardHelpOptions = true,
        header = {
            "核验回执证明：这份申报在这一刻到达，并已写入存证",
            "check a receipt's proof: this declaration arrived at this instant and is in the ledger"
        },
        footer = {
            "",
            "退出码 / exit: 0 成立 sound · 1 不成立 not sound · 2 无法读取 unreadable",
            "例 / example: cutscore ledger proof receipt.json --key \"$(cat pinned.vkey)\""
        })
final class ProofCommand implements Callable<Integer> {
    private static final long LARGEST = 1L << 20;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "回执证明文件 / the receipt's proof, receipt.json")
    private Path file;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = {
                "事先取得的存证公钥；不给时用文件里的公钥",
                "the log's key you hold already; without it the one in the file is used"
            })
    private @Nullable String pinned;

    @Option(names = "--json", description = "机器可读的结果 / a result for machines")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var proof = ReceiptProof.parse(read());
        var key = pinned == null ? proof.key() : VerifierKey.parse(pinned);
        if (pinned == null) {
            var err = spec.commandLine().getErr();
            err.println("没有给出 --key：用的是文件里的公钥，只能证明文件内部一致。");
            err.println(
                    "No --key was given: the key in the file is used, which proves only that the"
                            + " file agrees with itself.");
            err.flush();
        }
        var report = ReceiptCheck.check(proof, key);
        var out = spec.commandLine().getOut();
        if (json) {
            out.print(toJson(report, proof, key).pretty());
        } else {
            ProofText.lines(report, proof, key).forEach(out::println);
        }
        out.flush();
        return report.isSound() ? 0 : 1;
    }

    private byte[] read() throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
            return Files.readAllBytes(file);
        }
        throw new Unreadable(
                Fault.of(
                                "FILE_MISSING",
                                new Words(
                                        "没有这个文件，或超过 1 MB",
                                        "there is no such file, or it is over 1 MB"),
                                new Words("核对路径", "check the path"))
                        .in(file.toString()));
    }

    private Json toJson(ReceiptCheck.Report report, ReceiptProof proof, VerifierKey key) {
        var result =
                Json.object()
                        .put("verdict", report.isSound() ? "sound" : "unsound")
                        .put("index", proof.index());
        report.checkpoint()
                .ifPresent(
                        checkpoint ->
                                result.put("origin", checkpoint.origin())
                                        .put("size", checkpoint.size())
                                        .put("root", checkpoint.root().hex()));
        report.act().ifPresent(act -> result.put("act", act));
        report.declared().ifPresent(declared -> result.put("declared", declared));
        return result.put("opened", report.declared().isPresent())
                .put("key", key.text())
                .put("keyPinned", pinned != null)
                .put("findings", Json.array(report.findings().stream().map(this::toJson).toList()))
                .build();
    }

    private Json toJson(ReceiptCheck.Finding finding) {
        return Json.object()
                .put("code", finding.code().name())
                .put("zh", finding.what().zh())
                .put("en", finding.what().en())
                .build();
    }
}
