package cutscore.server.declaration.declare;

import cutscore.kernel.Words;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.evidence.EvidenceAnswer;
import cutscore.server.evidence.EvidenceFiles;
import cutscore.server.evidence.Taken;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;

/** Paper scanned at the counter: several sheets at once, examined like whatever people send. */
@Controller
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class CounterFilesController {
    private static final String FILES = CounterController.ONE + "/files";

    private final Counter counter;
    private final Officers officers;
    private final EvidenceFiles files;

    CounterFilesController(Counter counter, Officers officers, EvidenceFiles files) {
        this.counter = counter;
        this.officers = officers;
        this.files = files;
    }

    /** Takes them one after the other; what could not be taken is named, the others are kept. */
    @PostMapping(FILES)
    String scan(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "other") String item,
            @RequestParam List<MultipartFile> file,
            RedirectAttributes carried)
            throws IOException {
        var one = counter.mine(id, officers.current());
        int stored = 0;
        Words why = null;
        for (var sheet : file) {
            String name = Objects.requireNonNullElse(sheet.getOriginalFilename(), "");
            try (var body = sheet.getInputStream()) {
                switch (files.whole(one.id(), item, name, body)) {
                    case Taken.Stored _ -> stored++;
                    case Taken.Refused(var refusal) -> why = refusal.words();
                }
            }
        }
        var zh = "已存 " + stored + " 份" + (why == null ? "" : "；有的没有存：" + why.zh());
        var en = stored + " stored" + (why == null ? "" : "; some were not: " + why.en());
        return Said.then(carried, CounterPage.here(one), new Words(zh, en));
    }

    @GetMapping(FILES + "/{file}")
    void open(@PathVariable UUID id, @PathVariable UUID file, HttpServletResponse response)
            throws IOException {
        requireOf(counter.mine(id, officers.current()), file);
        EvidenceAnswer.write(files.open(file), response);
    }

    @PostMapping(FILES + "/{file}/removal")
    String remove(@PathVariable UUID id, @PathVariable UUID file, RedirectAttributes carried) {
        var one = counter.mine(id, officers.current());
        requireOf(one, file);
        var said =
                files.drop(file, one.id())
                        ? new Words("已删除", "removed")
                        : new Words("已随申报提交，不能删除", "it goes with a declaration and stays");
        return Said.then(carried, CounterPage.here(one), said);
    }

    private void requireOf(CounterCase one, UUID file) {
        if (!files.belongs(file, one.id())) {
            throw new NoSuchElementException("no such file");
        }
    }
}
