package cutscore.server.line.web.workbench;

import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.line.Scenarios;
import cutscore.server.line.Snapshot;
import cutscore.server.line.SnapshotId;
import cutscore.server.line.Snapshots;
import cutscore.server.line.web.Told;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The workbench's tables and inputs as files; nothing of a snapshot that is not agreed to. */
@Controller
@For(Role.ANALYST)
class FileController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String ONE = WorkbenchController.ONE;

    private final Benches benches;
    private final Snapshots snapshots;
    private final Scenarios scenarios;

    FileController(Benches benches, Snapshots snapshots, Scenarios scenarios) {
        this.benches = benches;
        this.snapshots = snapshots;
        this.scenarios = scenarios;
    }

    @GetMapping(ONE + "/lines.csv")
    ResponseEntity<byte[]> lines(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        return looked(id, fields, "lines.csv", TableFiles::lines);
    }

    @GetMapping(ONE + "/marks.csv")
    ResponseEntity<byte[]> marks(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        return looked(id, fields, "marks.csv", TableFiles::marks);
    }

    @GetMapping(ONE + "/counties.csv")
    ResponseEntity<byte[]> counties(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        return looked(id, fields, "counties.csv", TableFiles::counties);
    }

    @GetMapping(ONE + "/sensitivity.csv")
    ResponseEntity<byte[]> sensitivity(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var snapshot = agreed(id);
        var rule =
                Told.told(() -> benches.of(snapshot, WorkbenchController.joined(fields)))
                        .choice()
                        .rule();
        var table = Told.told(() -> benches.sensitivity(snapshot, rule));
        return file("sensitivity.csv", CSV, TableFiles.sensitivity(table));
    }

    @GetMapping(ONE + "/rule.json")
    ResponseEntity<byte[]> rule(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var session = agreed(id).session();
        var read = ChoiceReader.read(session, WorkbenchController.joined(fields));
        return file("rule.json", MediaType.APPLICATION_JSON, read.choice().rule().toJson().bytes());
    }

    @GetMapping(ONE + "/areas.csv")
    ResponseEntity<byte[]> areas(@PathVariable UUID id) {
        return file("areas.csv", CSV, snapshots.areasCsv(agreed(id).id()));
    }

    @GetMapping(ONE + "/declared.csv")
    ResponseEntity<byte[]> declared(@PathVariable UUID id) {
        return file("declared.csv", CSV, snapshots.declaredCsv(agreed(id).id()));
    }

    /** As a stream: a national roster never stands in memory. */
    @GetMapping(ONE + "/roster.csv")
    void roster(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var snapshot = agreed(id);
        response.setContentType(CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named("roster.csv"));
        try (var out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                response.getOutputStream(), StandardCharsets.UTF_8))) {
            var file = new RosterFile(out);
            scenarios.examinees(snapshot.id(), (examinee, _, _) -> file.add(examinee));
        }
    }

    private ResponseEntity<byte[]> looked(
            UUID id,
            MultiValueMap<String, String> fields,
            String name,
            Function<Looked, byte[]> table) {
        var snapshot = agreed(id);
        var bench = Told.told(() -> benches.of(snapshot, WorkbenchController.joined(fields)));
        var looked =
                bench.looked()
                        .orElseThrow(() -> new NoSuchElementException("nobody is measured here"));
        return file(name, CSV, table.apply(looked));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType kind, byte[] content) {
        return ResponseEntity.ok()
                .contentType(kind)
                .header(HttpHeaders.CONTENT_DISPOSITION, named(name))
                .body(content);
    }

    private static String named(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    private Snapshot agreed(UUID id) {
        return snapshots
                .find(new SnapshotId(id))
                .filter(Snapshot::isAgreed)
                .orElseThrow(() -> new NoSuchElementException("no agreed snapshot"));
    }
}
