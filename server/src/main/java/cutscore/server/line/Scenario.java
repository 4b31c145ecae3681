package cutscore.server.line;

import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an analyst tried, named and frozen: the same snapshot and rule give the same keys for ever.
 * No official act.
 *
 * @param name 1 to 60 characters, unique among the snapshot's scenarios
 * @param considered a line that was looked at, whether or not it is lawful
 * @param keysDigest SHA-256 of the canonical JSON of the dossier's {@code keys}
 * @param digest SHA-256 of {@link #form}
 */
public record Scenario(
        ScenarioId id,
        SnapshotId snapshot,
        String name,
        LineRule rule,
        Optional<PassingLine> considered,
        String keysDigest,
        String digest,
        UUID by,
        Instant at) {

    /** What the digest is of: the input set, the rule, the line considered, what came out. */
    static Json.Obj form(
            SealedInputs inputs,
            LineRule rule,
            Optional<PassingLine> considered,
            String keysDigest) {
        return Json.object()
                .put("inputs", inputs.digest())
                .put("rule", rule.toJson())
                .put("considered", considered.<Json>map(Scenario::json).orElse(Json.ofNull()))
                .put("keys", keysDigest)
                .build();
    }

    static String digest(
            SealedInputs inputs,
            LineRule rule,
            Optional<PassingLine> considered,
            String keysDigest) {
        return Digest.hex(form(inputs, rule, considered, keysDigest).bytes());
    }

    static Json.Obj json(PassingLine line) {
        var json = Json.object();
        line.put(json);
        return json.build();
    }
}
