package cutscore.server.line.web;

import cutscore.kernel.line.PublicPack;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.line.Lines;
import cutscore.server.line.ProposalFiles;
import cutscore.server.line.ProposalId;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The papers of a proposal: the files it was made of, byte for byte, and the two that people read.
 * What is hidden on the page is not to be had here either.
 */
@Controller
class PapersController {
    private static final String ONE = "/national/{id}";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Lines lines;
    private final Officers officers;
    private final LineCases cases;
    private final LineCasePaper paper;

    PapersController(Lines lines, Officers officers, LineCases cases, LineCasePaper paper) {
        this.lines = lines;
        this.officers = officers;
        this.cases = cases;
        this.paper = paper;
    }

    @GetMapping(ONE + "/dossier.json")
    @For({Role.ANALYST, Role.CLEARING_OFFICER, Role.PUBLISHER})
    ResponseEntity<byte[]> dossier(@PathVariable UUID id) {
        return file(id, "dossier.json", MediaType.APPLICATION_JSON, ProposalFiles::dossier);
    }

    @GetMapping(ONE + "/pack.json")
    @For({Role.ANALYST, Role.CLEARING_OFFICER, Role.PUBLISHER})
    ResponseEntity<byte[]> pack(@PathVariable UUID id) {
        return file(id, "pack.json", MediaType.APPLICATION_JSON, ProposalFiles::pack);
    }

    @GetMapping(ONE + "/areas.csv")
    @For({Role.ANALYST, Role.CLEARING_OFFICER, Role.PUBLISHER})
    ResponseEntity<byte[]> areas(@PathVariable UUID id) {
        return file(id, "areas.csv", CSV, ProposalFiles::areasCsv);
    }

    @GetMapping(ONE + "/declared.csv")
    @For({Role.ANALYST, Role.CLEARING_OFFICER})
    ResponseEntity<byte[]> declared(@PathVariable UUID id) {
        return file(id, "declared.csv", CSV, ProposalFiles::declaredCsv);
    }

    @GetMapping(ONE + "/dossier.pdf")
    @For({Role.ANALYST, Role.CLEARING_OFFICER, Role.PUBLISHER})
    ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        var shown = shown(id);
        return answer(shown.fileName() + ".pdf", MediaType.APPLICATION_PDF, paper.print(shown));
    }

    @GetMapping(ONE + "/dossier.xlsx")
    @For({Role.ANALYST, Role.CLEARING_OFFICER, Role.PUBLISHER})
    ResponseEntity<byte[]> workbook(@PathVariable UUID id) {
        var shown = shown(id);
        var text = new String(files(id).pack(), StandardCharsets.UTF_8);
        var book = new LineCaseWorkbook(shown, PublicPack.read("pack", text));
        return answer(shown.fileName() + ".xlsx", XLSX, book.bytes());
    }

    private ResponseEntity<byte[]> file(
            UUID id, String name, MediaType kind, Function<ProposalFiles, byte[]> content) {
        shown(id);
        return answer(name, kind, content.apply(files(id)));
    }

    private ProposalFiles files(UUID id) {
        return lines.files(new ProposalId(id));
    }

    private LineCase shown(UUID id) {
        return lines.find(new ProposalId(id))
                .flatMap(state -> cases.shown(state, officers.current()))
                .orElseThrow(() -> new NoSuchElementException("no such proposal to be seen"));
    }

    private static ResponseEntity<byte[]> answer(String name, MediaType kind, byte[] content) {
        String named = ContentDisposition.attachment().filename(name).build().toString();
        return ResponseEntity.ok()
                .contentType(kind)
                .header(HttpHeaders.CONTENT_DISPOSITION, named)
                .body(content);
    }
}
