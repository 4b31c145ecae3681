package cutscore.server.declaration.declare;

import cutscore.server.access.AcrossBorders;
import cutscore.server.access.For;
import cutscore.server.access.LookUp;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.evidence.EvidenceAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A look at what was scanned, while the case is open. */
@Controller
@AcrossBorders("who stands at the counter may be registered anywhere")
@For({Role.REVIEWER, Role.REVIEW_LEAD})
class CounterFilesController {
    private final Counter counter;
    private final CounterScans scans;
    private final Officers officers;

    CounterFilesController(Counter counter, CounterScans scans, Officers officers) {
        this.counter = counter;
        this.scans = scans;
        this.officers = officers;
    }

    @GetMapping(CounterController.ONE + "/files/{file}")
    void open(@PathVariable UUID id, @PathVariable UUID file, HttpServletResponse response)
            throws IOException {
        var officer = officers.current();
        var one = counter.mine(id, officer);
        if (!counter.isOpen(one)) {
            throw new NoSuchElementException("the case is closed");
        }
        var opened = scans.open(one, file);
        counter.look(one, LookUp.What.EVIDENCE, officer);
        EvidenceAnswer.write(opened, response);
    }
}
