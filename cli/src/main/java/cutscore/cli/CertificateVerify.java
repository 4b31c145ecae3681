package cutscore.cli;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.OfflineVerdict;
import cutscore.kernel.seal.Place;
import cutscore.kernel.seal.SealedToken;
import cutscore.kernel.seal.TrustBundle;
import cutscore.kernel.seal.Verdict;
import cutscore.kernel.time.Beijing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The offline verdict on a certificate's PDF or on the text of its QR code. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        header = "证书在某地是否有效 / does a certificate count at a place?",
        description = {
            "",
            "不连网，只用信任包回答。不给 --at 时回答真伪和有效地区；",
            "给了 --at，只有“在此有效”才返回 0。",
            "Answers from the trust bundle alone. Without --at: whether it is genuine, and where"
                    + " it",
            "counts. With --at: exit 0 only if it is valid there."
        },
        footer = {
            "",
            "例 / for example:",
            "  cutscore certificate verify OUT/certificates/HX….pdf --trust OUT/trust.json"
                    + " --at 513326"
        },
        exitCodeListHeading = "%n退出码 / exit codes:%n",
        exitCodeList = {
            "0:是 / yes",
            "1:否，或不能确定 / no, or it cannot be confirmed",
            "2:用法或输入不对 / bad usage or unreadable input"
        })
final class CertificateVerify implements Callable<Integer> {
    private static final long BYTES_MAX = 20L << 20;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Parameters(
            paramLabel = "FILE.pdf|QRTEXT",
            description = "证书文件，或扫码所得文字 / the file, or the text of the QR code")
    private String subject;

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "BUNDLE",
            description = "信任包 trust.json / the issuer's trust bundle")
    private Path trust;

    @Option(
            names = "--at",
            paramLabel = "DIVISION",
            description = "地点：行政区划代码或名称 / the place: a division code or name")
    private @Nullable String at;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "日期，默认今天（北京时间） / the day asked; today in Beijing by default")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "机器可读 / machine output")
    private boolean json;

    private final InstantSource clock;

    CertificateVerify() {
        this(InstantSource.system());
    }

    CertificateVerify(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        var now = clock.instant();
        var bundle = TrustBundle.read(text(trust));
        var place = at == null ? null : AskedPlace.find(at, Divisions.builtIn());
        var day = on == null ? Beijing.day(now) : on;
        var verdict = verdict(new OfflineVerdict(bundle, now), bundle, place, day);
        if (json) {
            spec.commandLine().getOut().print(withAge(verdict, bundle, now).pretty());
            spec.commandLine().getOut().flush();
        } else {
            new VerdictText(Divisions.builtIn()).print(verdict, bundle, now, out());
        }
        return verdict.isYes() ? 0 : 1;
    }

    private java.io.PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private Verdict verdict(
            OfflineVerdict offline, TrustBundle bundle, @Nullable Place place, LocalDate day)
            throws IOException {
        if (SealedToken.looksLikeOne(subject) && !isFile(subject)) {
            return offline.of(subject, place, day);
        }
        if (subject.toLowerCase(Locale.ROOT).endsWith(".ofd")) {
            throw new Unreadable(ofd());
        }
        if (isFile(subject)) {
            return file(Path.of(subject), offline, bundle, place, day);
        }
        if (CertificateNumber.parse(subject).isPresent()) {
            throw new Unreadable(numberAlone());
        }
        if (subject.toLowerCase(Locale.ROOT).endsWith(".pdf") || subject.contains("/")) {
            throw new Unreadable(noFile());
        }
        return offline.of(subject, place, day);
    }

    private static Verdict file(
            Path file,
            OfflineVerdict offline,
            TrustBundle bundle,
            @Nullable Place place,
            LocalDate day)
            throws IOException {
        byte[] content = Files.size(file) > BYTES_MAX ? new byte[0] : Files.readAllBytes(file);
        return switch (SealedPdf.read(content, bundle)) {
            case SealedPdf.Holds(var token) -> offline.of(token, place, day);
            case SealedPdf.Broken(var reason) -> offline.broken(reason, place, day);
            case SealedPdf.UnknownSigner() -> {
                var asked = place == null ? null : place.asked();
                var kind = Verdict.Kind.CANNOT_CONFIRM;
                var reason = cutscore.kernel.seal.Reason.KEY_UNKNOWN;
                yield Verdict.bare(kind, reason, null, asked, day, bundle.asOf());
            }
        };
    }

    private static Json.Obj withAge(Verdict verdict, TrustBundle bundle, Instant now) {
        var out = Json.object();
        verdict.json().members().forEach(out::put);
        var stale = bundle.staleAfter();
        return out.put("ageDays", VerdictText.ageDays(bundle, now))
                .put("staleAfter", stale == null ? null : Beijing.text(stale))
                .put("environment", bundle.environment())
                .build();
    }

    private static String text(Path bundle) throws IOException {
        if (!Files.isRegularFile(bundle) || Files.size(bundle) > 4 * BYTES_MAX) {
            throw new Unreadable(
                    Fault.of(
                            "TRUST_BUNDLE_MISSING",
                            new Words("没有这个信任包：" + bundle, "no such trust bundle: " + bundle),
                            new Words("请给出签发方公布的 trust.json", "give the issuer's trust.json")));
        }
        // Broken UTF-8 becomes replacement characters, which no JSON of ours contains.
        return new String(Files.readAllBytes(bundle), StandardCharsets.UTF_8);
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private Fault noFile() {
        return Fault.of(
                "FILE_MISSING",
                new Words("没有这个文件：" + subject, "no such file: " + subject),
                new Words("请核对路径", "check the path"));
    }

    private static Fault ofd() {
        return Fault.of(
                "OFD_NOT_IN_THIS_VERSION",
                new Words("本版本还不能核验 OFD 文件", "OFD files are not checked in this version"),
                new Words("请核验同一证书的 PDF 或其二维码", "check its PDF or its QR text instead"));
    }

    private static Fault numberAlone() {
        return Fault.of(
                "NUMBER_ALONE",
                new Words("只有编号不能离线核验", "a number alone cannot be checked without a network"),
                new Words(
                        "请给出 PDF 文件或二维码文字，或在网页上查询",
                        "give the PDF or the QR text, or ask the web page"));
    }
}
