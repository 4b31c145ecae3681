package cutscore.server.cycle;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.seal.Json;
import cutscore.server.certificate.Certificates;
import cutscore.server.ledger.Ledger;
import cutscore.server.line.Lines;
import cutscore.server.publication.Publications;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Writes what {@code cycle} leaves behind, as design §5 names it; the roster is there already. */
@Component
record CycleWriter(
        Lines lines, Publications publications, Certificates certificates, Ledger ledger) {

    Json.Obj write(Replayed replayed, CycleFolder folder, Progress progress) {
        var issued = replayed.parts().issued();
        progress.begins(Stage.FILES, issued.issued());
        try {
            var files = lines.files(replayed.parts().proposal());
            write(folder, "circular.json", replayed.opening().draft().toJson().pretty());
            Files.write(folder.file("areas.csv"), files.areasCsv());
            Files.write(folder.file("declared.csv"), files.declaredCsv());
            Files.write(folder.file("dossier.json"), files.dossier());
            Files.write(folder.file("pack.json"), files.pack());
            Files.write(
                    folder.file("announcement.pdf"),
                    publications.pdf(replayed.parts().announcement()));
            writeCertificates(issued, folder, progress);
            write(folder, "trust.json", certificates.trustBundle(replayed.ended()).json().pretty());
            FileSystemUtils.copyRecursively(ledger.folder(), folder.file("ledger"));
            progress.ends();
            var summary =
                    Summary.of(replayed, lines.dossier(replayed.parts().proposal()), progress);
            write(folder, "summary.json", summary.pretty());
            return summary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeCertificates(Issued issued, CycleFolder folder, Progress progress)
            throws IOException {
        var live = Files.createDirectory(folder.file("certificates"));
        var annulled = Files.createDirectory(folder.file("annulled"));
        long done = 0;
        for (CertificateNumber number : issued.live()) {
            writePdf(live, number);
            progress.at(++done);
        }
        if (issued.annulled().isPresent()) {
            writePdf(annulled, issued.annulled().get());
        }
    }

    private void writePdf(Path folder, CertificateNumber number) throws IOException {
        Files.write(
                folder.resolve(number.value() + ".pdf"), certificates.pdf(number).orElseThrow());
    }

    private static void write(CycleFolder folder, String name, String text) throws IOException {
        Files.write(folder.file(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
