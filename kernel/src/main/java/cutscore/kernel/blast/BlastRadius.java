package cutscore.kernel.blast;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.explain.PoolFacts;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import java.util.List;
import java.util.Optional;

/**
 * The first time through the roster: the line is determined twice, from the inputs as they were and
 * as they would be. {@link #recounted} then takes the second time through, person by person.
 */
public final class BlastRadius {
    private final LineRule rule;
    private final PoolFacts before;
    private final InputChanges changes;
    private final ChangedInputs changed;
    private final LineDetermination lineBefore;
    private final LineDetermination lineAfter;

    /**
     * @param before the areas and declarations the line was determined from
     * @throws Unreadable when a change of an area or a declaration changes nothing
     */
    public BlastRadius(
            LineRule rule,
            PoolFacts before,
            InputChanges changes,
            Qualifications qualifications,
            Divisions divisions) {
        this.rule = rule;
        this.before = before;
        this.changes = changes;
        this.changed = new ChangedInputs(changes, before, divisions);
        this.lineBefore = determination(before, qualifications);
        this.lineAfter = determination(changed.facts(), qualifications);
    }

    private LineDetermination determination(PoolFacts facts, Qualifications qualifications) {
        return new LineDetermination(
                rule, facts.inForce(), facts.declared()::contains, qualifications);
    }

    /** Every examinee of the roster, unchanged. */
    public void add(Examinee examinee) {
        changed.check(examinee);
        lineBefore.add(examinee);
        lineAfter.add(changed.of(examinee));
    }

    /**
     * After the whole roster.
     *
     * @param published the dossier's keys
     * @param explained for how many people who move the explanations are kept
     * @throws Unreadable with every change that names nobody or changes nothing; when the dossier
     *     does not come out of these inputs
     */
    public BlastCount recounted(List<MeasuredKey> published, int explained) {
        changed.requireMet();
        var again = keys(lineBefore);
        if (!again.equals(published)) {
            throw new Unreadable(
                    Fault.of(
                            "DOSSIER_OF_OTHER_INPUTS",
                            new Words(
                                    "由这些输入得不出这份档案",
                                    "this dossier does not come out of these inputs"),
                            new Words(
                                    "请给出测算时的名册、地区和申报名单",
                                    "give the roster, areas and declarations it was determined"
                                            + " from")));
        }
        return new BlastCount(
                rule,
                before,
                changes.list().size(),
                changed,
                published,
                lineAfter.counts(),
                keys(lineAfter),
                explained);
    }

    private static List<MeasuredKey> keys(LineDetermination line) {
        return line.dossier(List.of(), Optional.empty()).keys();
    }
}
