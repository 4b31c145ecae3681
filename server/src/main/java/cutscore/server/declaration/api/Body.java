package cutscore.server.declaration.api;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import cutscore.server.access.ExamineeAccount;
import cutscore.server.declaration.DeclarationForm;
import cutscore.server.declaration.DeclarationForm.EvidenceOf;
import cutscore.server.exam.DeclaredGround;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The body of a request as a form: what it may say, and who says it. */
final class Body {
    private static final Set<String> KNOWN =
            Set.of("ground", "place", "commitment", "employer", "evidence");

    private Body() {}

    /**
     * @throws Unreadable when a member is missing, unknown or of the wrong kind
     */
    static DeclarationForm form(String body, ExamineeAccount who, String key) {
        try {
            var json = Json.parseObject(body);
            if (!KNOWN.containsAll(json.members().keySet())) {
                throw faulty();
            }
            return new DeclarationForm(
                    who.session(),
                    who.admissionNumber(),
                    DeclaredGround.valueOf(json.text("ground")),
                    json.members().containsKey("place")
                            ? Optional.of(new DivisionCode(json.text("place")))
                            : Optional.empty(),
                    json.get("commitment").equals(Json.of(true)),
                    key,
                    Optional.empty(),
                    Optional.empty(),
                    json.members().containsKey("employer") ? json.text("employer") : "",
                    json.members().containsKey("evidence") ? evidence(json) : List.of());
        } catch (JsonFault | IllegalArgumentException wrong) {
            throw faulty();
        }
    }

    private static List<EvidenceOf> evidence(Json.Obj json) {
        return json.array("evidence").stream().map(Body::evidence).toList();
    }

    private static EvidenceOf evidence(Json item) {
        if (item instanceof Json.Obj one) {
            return new EvidenceOf(one.text("item"), UUID.fromString(one.text("file")));
        }
        throw faulty();
    }

    private static Unreadable faulty() {
        return new Unreadable(
                Fault.of(
                        "BODY",
                        new Words(
                                "正文应有 ground、commitment，可有 place、employer、evidence，没有别的",
                                "the body holds ground and commitment, may hold place, employer and"
                                        + " evidence, and nothing else"),
                        new Words("照 docs/manual/declaration-api.md 改", "see the manual")));
    }
}
