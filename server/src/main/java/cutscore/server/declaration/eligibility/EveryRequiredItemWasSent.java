package cutscore.server.declaration.eligibility;

import cutscore.kernel.rule.Clause;
import cutscore.server.exam.EvidenceItem;
import java.util.stream.Collectors;

/**
 * Every item that the circular asks for has a file. What the file shows is the officer's to see.
 */
record EveryRequiredItemWasSent() implements EligibilityRule {
    @Override
    public Clause clause() {
        return Clauses.notice("二");
    }

    @Override
    public Hint check(CaseFacts facts) {
        if (!facts.asked().stated()) {
            return hint(Weight.OK, "通知没有列明要交的材料", "the circular lists no evidence");
        }
        var sent = facts.sent().stream().map(CaseFacts.SentItem::item).collect(Collectors.toSet());
        var missing =
                facts.asked().items().stream()
                        .filter(EvidenceItem::required)
                        .filter(item -> !sent.contains(item.id()))
                        .toList();
        if (missing.isEmpty()) {
            return hint(Weight.OK, "通知要的材料都交了", "every item asked for was sent");
        }
        return hint(
                Weight.STOP,
                missing.stream()
                        .map(item -> item.name().zh())
                        .collect(Collectors.joining("、", "缺少：", "")),
                missing.stream()
                        .map(item -> item.name().en())
                        .collect(Collectors.joining(", ", "missing: ", "")));
    }
}
