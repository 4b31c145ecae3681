package cutscore.cli.ledger;

import cutscore.kernel.merkle.Checkpoint;
import cutscore.kernel.merkle.Fsck;
import cutscore.kernel.merkle.Fsck.Report;
import cutscore.kernel.merkle.LedgerSource;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.VerifierKey;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a whole ledger from its files alone. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        header = {
            "重算全部哈希，核对检查点、签名与证明",
            "rebuild every hash, check checkpoint, signature and proofs"
        },
        footer = {
            "",
            "退出码 / exit: 0 完好 sound · 1 不完好 unsound · 2 无法读取 unreadable",
            "例 / example: cutscore ledger check OUT/ledger --key \"$(cat pinned.vkey)\""
        })
final class CheckCommand implements Callable<Integer> {
    private static final int ATTEMPTS = 3;

    @Parameters(
            index = "0",
            paramLabel = "(DIR | URL)",
            description = "存证目录或网址 / the ledger's folder or address")
    private String place;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = {
                "事先取得的公钥；不给时用目录里的 key",
                "the key you hold already; without it the one beside the ledger is used"
            })
    private @Nullable String pinned;

    @Option(names = "--json", description = "机器可读的结果 / a result for machines")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var source = Sources.of(place);
        var key = pinned == null ? Sources.keyBeside(source) : VerifierKey.parse(pinned);
        if (pinned == null) {
            err(
                    "没有给出 --key：用的是存证自带的公钥，只能证明内部一致。",
                    "No --key was given: the key beside the ledger is used, which proves only that"
                            + " it agrees with itself.");
        }
        var report = check(source, key);
        print(report, key);
        return report.isSound() ? 0 : 1;
    }

    /** A ledger that grows while it is read is read again. */
    private static Report check(LedgerSource source, VerifierKey key) {
        for (int attempt = 1; ; attempt++) {
            byte[] before = source.read("checkpoint").orElse(new byte[0]);
            var report = new Fsck(source, key).check();
            boolean beyond = report.findings().stream().anyMatch(CheckCommand::isBeyond);
            if (report.isSound() || attempt == ATTEMPTS) {
                return report;
            }
            if (beyond) {
                pause();
            }
            byte[] after = source.read("checkpoint").orElse(new byte[0]);
            if (!beyond && Arrays.equals(before, after)) {
                return report;
            }
        }
    }

    private static boolean isBeyond(Fsck.Finding finding) {
        return finding.code() == Fsck.Code.BEYOND;
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(Report report, VerifierKey key) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.print(toJson(report, key).pretty());
            out.flush();
            return;
        }
        out.println(
                report.isSound()
                        ? "存证完好 / the ledger is sound"
                        : "存证不完好 / the ledger is NOT sound");
        report.checkpoint().ifPresent(checkpoint -> print(checkpoint));
        out.println("  公钥 key     " + key.text());
        report.witnesses().forEach(name -> out.println("  另有签名 also  " + name));
        for (var finding : report.findings()) {
            String index = finding.index() < 0 ? "" : " #" + finding.index();
            out.println("  ✗ " + finding.file() + index + "  " + finding.what());
        }
        out.flush();
    }

    private void print(Checkpoint checkpoint) {
        var out = spec.commandLine().getOut();
        out.println("  名称 origin  " + checkpoint.origin());
        out.println("  条数 size    " + checkpoint.size());
        out.println("  根 root      " + checkpoint.root().hex());
    }

    private Json toJson(Report report, VerifierKey key) {
        var result = Json.object().put("verdict", report.isSound() ? "sound" : "unsound");
        report.checkpoint()
                .ifPresent(
                        checkpoint ->
                                result.put("origin", checkpoint.origin())
                                        .put("size", checkpoint.size())
                                        .put("root", checkpoint.root().hex()));
        return result.put("key", key.text())
                .put("keyPinned", pinned != null)
                .put("otherSignatures", Json.texts(report.witnesses()))
                .put("findings", Json.array(report.findings().stream().map(this::toJson).toList()))
                .build();
    }

    private Json toJson(Fsck.Finding finding) {
        return Json.object()
                .put("code", finding.code().name())
                .put("file", finding.file())
                .put("index", finding.index() < 0 ? Json.ofNull() : Json.of(finding.index()))
                .put("zh", finding.what().zh())
                .put("en", finding.what().en())
                .build();
    }

    private void err(String zh, String en) {
        var err = spec.commandLine().getErr();
        err.println(zh);
        err.println(en);
        err.flush();
    }
}
