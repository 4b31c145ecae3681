package cutscore.server.declaration.declare;

import cutscore.kernel.Words;
import cutscore.server.evidence.EvidenceFiles;
import cutscore.server.evidence.EvidenceOwner;
import cutscore.server.evidence.Taken;
import cutscore.server.web.FieldFault;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Paper scanned at the counter: several sheets at once, examined like whatever people send. */
@Component
final class CounterScans {
    /** The inputs of the form: {@code file-} and the item. */
    static final String INPUT = "file-";

    private final EvidenceFiles files;

    CounterScans(EvidenceFiles files) {
        this.files = files;
    }

    /** Takes what came with the form; what cannot be taken is named, the rest is kept. */
    List<FieldFault> take(CounterCase one, HttpServletRequest request) throws IOException {
        var faults = new ArrayList<FieldFault>();
        if (request instanceof MultipartHttpServletRequest form) {
            for (var input : form.getMultiFileMap().entrySet()) {
                for (var scan : input.getValue()) {
                    take(one, input.getKey(), scan, faults);
                }
            }
        }
        return faults;
    }

    private void take(CounterCase one, String input, MultipartFile scan, List<FieldFault> faults)
            throws IOException {
        if (!input.startsWith(INPUT) || scan.isEmpty()) {
            return;
        }
        String name = Objects.requireNonNullElse(scan.getOriginalFilename(), "");
        try (var body = scan.getInputStream()) {
            var taken =
                    files.whole(
                            EvidenceOwner.of(one.sitting()),
                            input.substring(INPUT.length()),
                            name,
                            body);
            if (taken instanceof Taken.Refused(var why)) {
                faults.add(new FieldFault(input, why.words()));
            }
        }
    }

    EvidenceFiles.Opened open(CounterCase one, UUID file) {
        if (!files.belongs(file, one.id())) {
            throw new NoSuchElementException("no such file");
        }
        return files.open(file);
    }

    /** Takes one away, unless it was sent with a declaration. */
    Words remove(CounterCase one, String file) {
        boolean gone = file.matches("[0-9a-f-]{36}") && files.drop(UUID.fromString(file), one.id());
        return gone
                ? new Words("已删除", "removed")
                : new Words("已随申报提交，不能删除", "it goes with a declaration and stays");
    }
}
