package cutscore.server.line.web.workbench;

import cutscore.kernel.Words;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.kernel.seal.Digest;
import cutscore.server.web.FieldFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The workbench in one state: all that its page shows.
 *
 * @param inputs what it was counted from
 * @param choice its state, which its address holds
 * @param faults what of the address was not understood
 * @param keys what the rule makes of each key; empty when it cannot be applied
 * @param key the one looked at
 * @param looked its figures; empty when nobody sat or nobody is measured
 * @param subjects how many marks a line by subject has
 * @param refused why the rule cannot be applied
 * @param frozen scenarios on the same inputs, the oldest first
 */
record Bench(
        InputSet inputs,
        Choice choice,
        List<FieldFault> faults,
        List<MeasuredKey> keys,
        String key,
        Optional<Looked> looked,
        int subjects,
        List<Words> refused,
        List<Frozen> frozen) {

    /** The outcome of the key looked at; empty when the rule cannot be applied. */
    Optional<MeasuredKey> measured() {
        return keys.stream().filter(k -> k.key().equals(key)).findFirst();
    }

    /** Whether the line held up is the one that the rule gives. */
    boolean atResult() {
        return looked.isPresent()
                && measured().isPresent()
                && measured().get().outcome() instanceof LineOutcome.SeparateLine line
                && line.line().equals(looked.get().line());
    }

    /** This state in its own address, and others near it. */
    String href(Choice other) {
        return inputs.path() + other.query();
    }

    /** A sibling page (comparison, sensitivity, a file) for the same state. */
    String href(String page) {
        return inputs.path() + "/" + page + choice.query();
    }

    /** The form of a proposal, filled in with these settings. */
    String proposing() {
        var fields = choice.settings();
        fields.remove("of");
        return "/national/snapshots/" + inputs.id() + "/proposals/new" + Choice.query(fields);
    }

    Choice pinned(PassingLine line) {
        return new Choice(
                choice.rule(),
                Optional.of(key),
                Optional.of(line),
                choice.subject(),
                choice.one(),
                choice.other(),
                choice.tables());
    }

    /** The address with a place to be filled by the moved mark, for the script. */
    String pattern() {
        var line = looked.orElseThrow().line();
        String filled =
                switch (choice.rule().shape()) {
                    case Shape.Uniform() -> "mark={at}";
                    case Shape.TotalAndFloor(_) -> "total={at}";
                    case Shape.PerSubject() -> "marks=" + marked(line);
                };
        var kept = pinned(line).fields();
        kept.keySet().removeAll(List.of("mark", "marks", "total"));
        String query = Choice.query(kept);
        return inputs.path() + (query.isEmpty() ? "?" : query + "&") + filled;
    }

    private String marked(PassingLine line) {
        if (!(line instanceof PassingLine.BySubject by)) {
            return "{at}";
        }
        var marks = by.marks().stream().map(Score::toString).collect(Collectors.toList());
        marks.set(choice.subject(), "{at}");
        return String.join(",", marks);
    }

    /** Every mark of the ladder, for the script. */
    String values() {
        return looked.orElseThrow().ladder().rungs().stream()
                .map(rung -> rung.at().toString())
                .collect(Collectors.joining(" "));
    }

    /** cutscore-line 2 · 1f2e3d4c5b6a: the semantics and the rule. */
    String ruleVersion() {
        var engine = cutscore.kernel.line.Dossier.Engine.OURS;
        String digest = Digest.hex(choice.rule().toJson().bytes());
        return engine.name() + " " + engine.version() + " · " + digest.substring(0, 12);
    }

    Optional<Frozen> find(Optional<String> id) {
        return id.flatMap(i -> frozen.stream().filter(f -> f.id().equals(i)).findFirst());
    }
}
