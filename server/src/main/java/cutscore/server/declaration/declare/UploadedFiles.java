package cutscore.server.declaration.declare;

import cutscore.server.access.ExamineeAccount;
import cutscore.server.declaration.DeclarationForm.EvidenceOf;
import cutscore.server.evidence.EvidenceFile;
import cutscore.server.evidence.EvidenceFiles;
import cutscore.server.evidence.EvidenceOwner;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person has uploaded for a sitting and not sent with a declaration yet. */
@Component
final class UploadedFiles {
    private final EvidenceFiles files;
    private final DraftTable table;
    private final TransactionTemplate transaction;

    UploadedFiles(EvidenceFiles files, DraftTable table, TransactionTemplate transaction) {
        this.files = files;
        this.table = table;
        this.transaction = transaction;
    }

    List<EvidenceFile> of(ExamineeAccount who) {
        var all = files.of(EvidenceOwner.of(who));
        var sent = table.sentWith(all.stream().map(EvidenceFile::id).toList());
        return all.stream().filter(file -> !sent.contains(file.id())).toList();
    }

    /** From here on nobody takes them away, not even their owner. */
    List<EvidenceOf> bind(ExamineeAccount who) {
        var bound = of(who);
        var ids = bound.stream().map(EvidenceFile::id).toList();
        boolean kept = Boolean.TRUE.equals(transaction.execute(_ -> files.attach(ids, who.id())));
        if (!kept) {
            throw new IllegalStateException("a file was taken away while it was being sent");
        }
        return bound.stream().map(file -> new EvidenceOf(file.item(), file.id())).toList();
    }
}
