package cutscore.server.line.web.workbench;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.server.web.FieldFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Puts one state of the workbench together: pure, from counts and a choice. */
final class Workbench {
    private final InputSet inputs;
    private final Headcount people;
    private final List<Frozen> frozen;

    Workbench(InputSet inputs, Headcount people, List<Frozen> frozen) {
        this.inputs = inputs;
        this.people = people;
        this.frozen = List.copyOf(frozen);
    }

    Bench bench(ChoiceReader.Read read) {
        var choice = read.choice();
        try {
            return bench(choice, new ArrayList<>(read.faults()), people.measured(choice.rule()));
        } catch (Unreadable refused) {
            var why = refused.faults().stream().map(Fault::what).toList();
            return new Bench(
                    inputs, choice, read.faults(), List.of(), "", Optional.empty(), 0, why, frozen);
        }
    }

    private Bench bench(Choice choice, List<FieldFault> faults, List<MeasuredKey> keys) {
        String key = key(choice, keys, faults);
        var looked = Optional.<Looked>empty();
        var counts = people.counts(choice.rule()).stream().filter(c -> c.key().equals(key));
        var found = counts.findFirst();
        if (found.isPresent() && found.get().pool().people() > 0) {
            var measured = keys.stream().filter(k -> k.key().equals(key)).findFirst();
            looked = Optional.of(looked(choice, found.get(), measured.orElseThrow(), faults));
        }
        int subjects = found.map(c -> c.pool().dimensions()).orElse(0);
        return new Bench(
                inputs,
                choice,
                List.copyOf(faults),
                keys,
                key,
                looked,
                subjects,
                List.of(),
                frozen);
    }

    private static String key(Choice choice, List<MeasuredKey> keys, List<FieldFault> faults) {
        var first = keys.stream().findFirst().map(MeasuredKey::key).orElse("");
        if (choice.key().isPresent()
                && keys.stream().noneMatch(k -> k.key().equals(choice.key().get()))) {
            faults.add(
                    new FieldFault(
                            "of", new Words("名册里没有这一项", "nobody of the roster has this key")));
            return first;
        }
        return choice.key().orElse(first);
    }

    private Looked looked(
            Choice choice, KeyCounts counts, MeasuredKey measured, List<FieldFault> faults) {
        var rule = choice.rule();
        int subjects = counts.pool().dimensions();
        int subject = Math.min(choice.subject(), subjects - 1);
        var asked = choice.considered().filter(line -> fits(line, rule, subjects, faults));
        var line = asked.orElseGet(() -> usual(rule, measured.outcome(), subjects));
        return Looked.at(people, rule, counts, measured, line, subject);
    }

    private static boolean fits(
            PassingLine line, LineRule rule, int subjects, List<FieldFault> faults) {
        if (line instanceof PassingLine.BySubject(var marks) && marks.size() != subjects) {
            faults.add(
                    new FieldFault(
                            "marks",
                            new Words(
                                    "这里有 " + subjects + " 科，要有 " + subjects + " 个分数",
                                    "there are " + subjects + " subjects: type as many marks")));
            return false;
        }
        if (line instanceof PassingLine.TotalAndFloor(var total, var floor)) {
            int above = total.halfPoints() - subjects * floor.halfPoints();
            int most = subjects * rule.national().halfPoints();
            boolean fits =
                    above >= 0
                            && above % rule.grid().step().halfPoints() == 0
                            && total.halfPoints() <= most;
            if (!fits) {
                var from = new Score(subjects * floor.halfPoints());
                faults.add(
                        new FieldFault(
                                "total",
                                new Words(
                                        "总分要在 " + from + " 到 " + new Score(most) + " 之间，按步长取",
                                        "a total from "
                                                + from
                                                + " to "
                                                + new Score(most)
                                                + ", by the step")));
            }
            return fits;
        }
        return true;
    }

    /** The rule's own line; where there is none, the highest one below the national line. */
    private static PassingLine usual(LineRule rule, LineOutcome outcome, int subjects) {
        if (outcome instanceof LineOutcome.SeparateLine separate) {
            return separate.line();
        }
        int step = rule.grid().step().halfPoints();
        var below = new Score(rule.national().halfPoints() - step);
        return switch (rule.shape()) {
            case Shape.Uniform() -> new PassingLine.EachSubject(below);
            case Shape.PerSubject() -> {
                var marks = new ArrayList<>(Collections.nCopies(subjects, rule.national()));
                marks.set(0, below);
                yield new PassingLine.BySubject(marks);
            }
            case Shape.TotalAndFloor(var floor) ->
                    new PassingLine.TotalAndFloor(
                            new Score(subjects * rule.national().halfPoints() - step), floor);
        };
    }
}
