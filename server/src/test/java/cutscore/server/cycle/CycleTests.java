package cutscore.server.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PublicPack;
import cutscore.kernel.merkle.Fsck;
import cutscore.kernel.merkle.LedgerFiles;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.TrustBundle;
import cutscore.kernel.seal.VerifierKey;
import cutscore.server.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole cycle twice, as a command, and everything it leaves behind read by others' eyes. */
class CycleTests {
    private static final SessionId SESSION = SessionId.of(2023, 1);

    @TempDir static Path folder;
    private static Path out;
    private static Path again;

    @BeforeAll
    static void theCycleRunsTwice() throws IOException {
        out = folder.resolve("out");
        again = folder.resolve("again");
        Files.createDirectory(again);
        assertThat(cycle(out, "7").exit()).isZero();
        assertThat(cycle(again, "7").exit()).isZero();
    }

    @Test
    void theSameInputsAndSeedGiveTheSameDossierAndTheSameRoot() throws IOException {
        for (String name : List.of("dossier.json", "pack.json", "declared.csv", "areas.csv")) {
            assertThat(again.resolve(name)).hasSameBinaryContentAs(out.resolve(name));
        }
        assertThat(summary(again).object("ledger").canonical())
                .isEqualTo(summary(out).object("ledger").canonical());
        assertThat(names(again.resolve("certificates")))
                .isEqualTo(names(out.resolve("certificates")));
    }

    @Test
    void theSummaryHasItsStableMembers() throws IOException {
        var summary = summary(out);
        assertThat(summary.text("session")).isEqualTo("2023-1");
        assertThat(summary.object("areas").whole("count")).isEqualTo(51);
        assertThat(summary.object("areas").array("spellingDoubts")).hasSize(1);
        assertThat(summary.object("window").text("opens")).isEqualTo("2023-08-22T09:00:00+08:00");
        assertThat(summary.object("window").text("closes")).isEqualTo("2023-09-04T17:00:00+08:00");
        assertThat(summary.object("circular").array("documentNumbers")).isNotEmpty();
        assertThat(summary.whole("examinees")).isEqualTo(5000);
        assertThat(summary.whole("pool")).isPositive();
        assertThat(summary.whole("declared")).isGreaterThan(summary.whole("approved"));
        assertThat(summary.array("line")).hasSize(3);
        assertThat(summary.object("seconds").members()).containsKeys("line", "total");
    }

    @Test
    void everyCertificateAnswersForItsPlace() throws IOException {
        var summary = summary(out);
        long issued = summary.whole("issued");
        var verified = summary.object("verified");
        assertThat(issued).isGreaterThan(1);
        assertThat(names(out.resolve("certificates"))).hasSize((int) issued - 1);
        assertThat(names(out.resolve("annulled"))).hasSize(1);
        assertThat(verified.whole("validHere")).isEqualTo(issued - 1);
        assertThat(verified.whole("validElsewhere")).isEqualTo(issued - 1);
        assertThat(verified.whole("void")).isEqualTo(1);
        var bundle = TrustBundle.read(Files.readString(out.resolve("trust.json")));
        assertThat(bundle.annulled()).hasSize(1);
        assertThat(bundle.staleAfter()).isNull();
    }

    @Test
    void aSeparateLineArisesAndItsDossierIsWhatTheCommandLineGives() throws IOException {
        byte[] bytes = Files.readAllBytes(out.resolve("dossier.json"));
        var dossier = Dossier.read("dossier", Files.readString(out.resolve("dossier.json")));
        assertThat(dossier.keys())
                .extracting(MeasuredKey::outcome)
                .anyMatch(LineOutcome.SeparateLine.class::isInstance);
        assertThat(determinedFromTheFiles()).isEqualTo(bytes);
        var pack = PublicPack.read("pack", Files.readString(out.resolve("pack.json")));
        assertThat(pack.measure()).isEqualTo(dossier.keys());
    }

    @Test
    void theLedgerIsSoundWithoutUs() throws IOException {
        assertThat(fsck(out.resolve("ledger"))).isEmpty();
        var changed = folder.resolve("changed");
        org.springframework.util.FileSystemUtils.copyRecursively(out.resolve("ledger"), changed);
        flipOneByteOfAnEntry(changed);
        assertThat(fsck(changed)).isNotEmpty();
    }

    @Test
    void nobodyIsNamedInTheLedger() throws IOException {
        var ledger = new StringBuilder();
        try (var files = Files.walk(out.resolve("ledger"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                ledger.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        for (String number : names(out.resolve("certificates"))) {
            assertThat(ledger).doesNotContain(number.replace(".pdf", ""));
        }
        for (String number : Files.readAllLines(out.resolve("declared.csv"))) {
            assertThat(ledger).doesNotContain(number);
        }
    }

    @Test
    void anotherSeedIsAnotherSession() throws IOException {
        assertThat(summary(out).whole("seed")).isEqualTo(7);
        assertThat(Digest.hex(Files.readAllBytes(out.resolve("roster.csv"))))
                .isEqualTo(dossierInput("roster-1"));
    }

    @Test
    void aFolderThatIsNotEmptyIsRefusedAndLeftAlone() throws IOException {
        var before = names(out);
        var answer = cycle(out, "7");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("不为空").contains("not empty");
        assertThat(names(out)).isEqualTo(before);
    }

    @Test
    void aNoticeWithoutAreasIsNoCycle() throws IOException {
        var notice = folder.resolve("late.txt");
        Files.copy(Path.of("../examples/circulars/national-late-claim-2024.txt"), notice);
        var target = folder.resolve("late");
        var answer =
                Commands.run("cycle", "--circular", notice.toString(), "--out", target.toString());
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("地区");
        assertThat(target).doesNotExist();
        assertThat(names(folder)).noneMatch(name -> name.contains(".part"));
    }

    @Test
    void aRosterWithAFaultLeavesNothingBehind() throws IOException {
        var roster = folder.resolve("bad.csv");
        var lines = Files.readAllLines(out.resolve("roster.csv"));
        lines.set(3, lines.get(3).replaceFirst(",[0-9]{6},", ",999999,"));
        Files.write(roster, lines);
        var target = folder.resolve("bad");
        var answer =
                Commands.run(
                        "cycle",
                        "--circular",
                        Path.of("../examples/circulars/sichuan-2023H1.txt").toString(),
                        "--roster",
                        roster.toString(),
                        "--out",
                        target.toString());
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("line 4");
        assertThat(target).doesNotExist();
    }

    private static List<Fsck.Finding> fsck(Path ledger) throws IOException {
        var key = VerifierKey.parse(Files.readString(ledger.resolve("key")).strip());
        return new Fsck(new LedgerFiles(ledger), key).check().findings();
    }

    private static void flipOneByteOfAnEntry(Path ledger) throws IOException {
        try (var files = Files.walk(ledger.resolve("tile/entries"))) {
            var bundle = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(bundle);
            bytes[bytes.length / 2] ^= 1;
            Files.write(bundle, bytes);
        }
    }

    private static byte[] determinedFromTheFiles() throws IOException {
        var areas =
                Files.readAllLines(out.resolve("areas.csv")).stream()
                        .skip(1)
                        .map(line -> new DivisionCode(line.substring(0, 6)))
                        .collect(Collectors.toSet());
        Set<String> declared = new HashSet<>(Files.readAllLines(out.resolve("declared.csv")));
        declared.remove("admission_number");
        var determination =
                new LineDetermination(
                        LineRule.defaults(SESSION),
                        areas,
                        declared::contains,
                        Qualifications.builtIn());
        var report =
                new RosterReader(
                                Divisions.builtIn(),
                                Qualifications.builtIn(),
                                LocalDate.of(2023, 5, 27))
                        .read(
                                CsvSource.of(out.resolve("roster.csv"), "roster"),
                                determination::add);
        var inputs =
                List.of(
                        new Dossier.Input("roster-1", report.sha256(), report.rows()),
                        input("areas", areas.size()),
                        input("declared", declared.size()));
        return determination.dossier(inputs, Optional.empty()).bytes();
    }

    private static Dossier.Input input(String name, long rows) throws IOException {
        return new Dossier.Input(
                name, Digest.hex(Files.readAllBytes(out.resolve(name + ".csv"))), rows);
    }

    private static String dossierInput(String name) throws IOException {
        return Dossier.read("dossier", Files.readString(out.resolve("dossier.json")))
                .inputs()
                .stream()
                .filter(input -> input.name().equals(name))
                .map(Dossier.Input::sha256)
                .findFirst()
                .orElseThrow();
    }

    private static Commands.Answer cycle(Path target, String seed) {
        return Commands.run(
                "cycle",
                "--circular",
                "../examples/circulars/sichuan-2023H1.txt",
                "--examinees",
                "5000",
                "--seed",
                seed,
                "--out",
                target.toString());
    }

    private static Json.Obj summary(Path of) throws IOException {
        return Json.parseObject(Files.readString(of.resolve("summary.json")));
    }

    private static Set<String> names(Path of) throws IOException {
        try (var files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
