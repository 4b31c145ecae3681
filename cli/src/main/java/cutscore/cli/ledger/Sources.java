package cutscore.cli.ledger;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.merkle.LedgerFiles;
import cutscore.kernel.merkle.LedgerSource;
import cutscore.kernel.seal.VerifierKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a ledger is, as a person says it. */
final class Sources {
    private Sources() {}

    /**
     * @throws Unreadable when it is neither a folder nor a web address
     */
    static LedgerSource of(String place) {
        if (place.startsWith("http://") || place.startsWith("https://")) {
            try {
                return new WebLedger(new URI(place));
            } catch (java.net.URISyntaxException | IllegalArgumentException e) {
                throw noPlace(place);
            }
        }
        var folder = Path.of(place);
        if (!Files.isDirectory(folder)) {
            throw noPlace(place);
        }
        return new LedgerFiles(folder);
    }

    /** The key that lies beside the ledger; who changes the one can change the other. */
    static VerifierKey keyBeside(LedgerSource source) {
        byte[] text =
                source.read("key")
                        .orElseThrow(
                                () ->
                                        new Unreadable(
                                                Fault.of(
                                                                "NO_KEY",
                                                                new Words(
                                                                        "没有公钥文件 key",
                                                                        "there is no file key"),
                                                                new Words(
                                                                        "用 --key 给出公钥",
                                                                        "give the key by --key"))
                                                        .in(source.name())));
        return VerifierKey.parse(new String(text, StandardCharsets.UTF_8));
    }

    private static Unreadable noPlace(String place) {
        return new Unreadable(
                Fault.of(
                                "NO_LEDGER",
                                new Words("不是目录，也不是网址", "neither a folder nor an address"),
                                new Words(
                                        "给出含 checkpoint 的目录，或 https:// 开头的网址",
                                        "give the folder that has a checkpoint, or an address that"
                                                + " begins with https://"))
                        .in(place));
    }
}
