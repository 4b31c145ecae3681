package cutscore.server.evidence.web;

import cutscore.kernel.seal.Json;
import cutscore.server.evidence.EvidenceRefusal;
import cutscore.server.evidence.Taken;
import cutscore.server.evidence.UploadProgress;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * How far an upload is, for a script: the headers of the IETF's resumable uploads
 * (draft-ietf-httpbis-resumable-upload), and the same as JSON.
 */
final class UploadAnswer {
    private UploadAnswer() {}

    static ResponseEntity<String> of(HttpStatus code, UploadProgress progress) {
        var json =
                Json.object()
                        .put("id", progress.id().toString())
                        .put("item", progress.item())
                        .put("offset", progress.offset())
                        .put("size", progress.size());
        if (progress.outcome().isPresent()) {
            outcome(json, progress.outcome().get());
        } else {
            json.put("state", progress.examining() ? "examining" : "receiving");
        }
        return ResponseEntity.status(code)
                .header("Upload-Offset", Long.toString(progress.offset()))
                .header("Upload-Length", Long.toString(progress.size()))
                .header("Upload-Complete", progress.offset() == progress.size() ? "?1" : "?0")
                .header("Cache-Control", "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.build().pretty());
    }

    static ResponseEntity<String> refused(EvidenceRefusal why) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_JSON)
                .body(outcome(Json.object(), new Taken.Refused(why)).build().pretty());
    }

    static Json.Building outcome(Json.Building json, Taken taken) {
        return switch (taken) {
            case Taken.Stored(var file) ->
                    json.put("state", "stored").put("file", file.id().toString());
            case Taken.Refused(var why) ->
                    json.put("state", "refused")
                            .put("code", why.number())
                            .put("what", why.words().zh())
                            .put("whatEn", why.words().en());
        };
    }
}
