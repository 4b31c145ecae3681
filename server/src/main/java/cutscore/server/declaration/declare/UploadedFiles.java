package cutscore.server.declaration.declare;

import cutscore.server.access.ExamineeAccount;
import cutscore.server.declaration.DeclarationForm.EvidenceOf;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person has uploaded. */
@Component
final class UploadedFiles {
    List<Sheet.SentFile> of(ExamineeAccount who) {
        return List.of();
    }

    void attach(ExamineeAccount who, List<EvidenceOf> evidence) {}
}
