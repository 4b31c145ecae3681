package cutscore.server.declaration.eligibility;

import cutscore.kernel.Words;
import cutscore.kernel.rule.Clause;
import cutscore.kernel.seal.Json;

/**
 * What one rule found in one case.
 *
 * @param rule the rule's name, never given to another one
 * @param clause where the rule is written
 * @param why one sentence for the officer; no name and no number of a person
 */
public record Hint(String rule, Weight weight, Clause clause, Words why) {

    public Json.Obj toJson() {
        return Json.object()
                .put("rule", rule)
                .put("weight", weight.name())
                .put("source", clause.source())
                .put("clause", clause.place())
                .put("zh", why.zh())
                .put("en", why.en())
                .build();
    }

    public static Hint read(Json.Obj json) {
        return new Hint(
                json.text("rule"),
                Weight.valueOf(json.text("weight")),
                Clause.of(json.text("source"), json.text("clause")),
                new Words(json.text("zh"), json.text("en")));
    }
}
