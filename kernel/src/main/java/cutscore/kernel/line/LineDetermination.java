package cutscore.kernel.line;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Level;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.SubjectScore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Determines the line (研究提出、划定) from examinees that stream by: it keeps counts, no people.
 *
 * <p>Keys come in a fixed order: levels 高级, 中级, 初级, then others by name; qualifications in their
 * table's order.
 */
public final class LineDetermination {
    private static final List<Level> HIGHEST_FIRST =
            List.of(Level.SENIOR, Level.MIDDLE, Level.JUNIOR);

    private final LineRule rule;
    private final Set<DivisionCode> areas;
    private final Predicate<String> declared;
    private final List<String> qualificationOrder;
    private final Map<String, KeyCounts> counts = new HashMap<>();
    private final Set<Qualification> present = new HashSet<>();

    /**
     * @param areas the line areas in force on the exam's first day, county by county
     * @param declared whether an admission number has an approved declaration
     * @param qualifications the exam's, for the order of keys
     */
    public LineDetermination(
            LineRule rule,
            Set<DivisionCode> areas,
            Predicate<String> declared,
            Qualifications qualifications) {
        this.rule = rule;
        this.areas = Set.copyOf(areas);
        this.declared = declared;
        this.qualificationOrder = qualifications.all().stream().map(Qualification::name).toList();
    }

    /** Counts one examinee of the roster. A voided one brings their key into being, no more. */
    public void add(Examinee examinee) {
        present.add(examinee.qualification());
        var key = counts.computeIfAbsent(key(examinee.qualification()), KeyCounts::none);
        if (!examinee.voided() && sat(examinee)) {
            (measured(examinee) ? key.pool() : key.outside()).add(examinee);
        }
    }

    /**
     * @param examDay only when it was handed in because it is not on record
     * @throws Unreadable when the national mark is above the full mark of somebody's qualification
     */
    public Dossier dossier(List<Dossier.Input> inputs, Optional<LocalDate> examDay) {
        var solver = new LineSolver(rule);
        var keys = counts().stream().map(solver::measure).toList();
        return new Dossier(rule, Dossier.Engine.OURS, inputs, examDay, keys);
    }

    /**
     * @throws Unreadable when the national mark is above the full mark of somebody's qualification
     */
    public PublicPack pack() {
        return new PublicPack(rule, counts());
    }

    private List<KeyCounts> counts() {
        var faults =
                present.stream()
                        .filter(q -> rule.national().compareTo(q.fullMark()) > 0)
                        .sorted(Comparator.comparing(Qualification::name))
                        .map(this::aboveFull)
                        .toList();
        if (!faults.isEmpty()) {
            throw new Unreadable(faults);
        }
        return counts.values().stream().sorted(order()).toList();
    }

    private String key(Qualification qualification) {
        return switch (rule.key()) {
            case LEVEL -> qualification.level().name();
            case SESSION -> rule.session().value();
            case QUALIFICATION -> qualification.name();
        };
    }

    private boolean sat(Examinee examinee) {
        return switch (rule.sat()) {
            case ANY -> examinee.scores().stream().anyMatch(SubjectScore::sat);
            case ALL -> examinee.scores().stream().allMatch(SubjectScore::sat);
            case REGISTERED -> true;
        };
    }

    private boolean measured(Examinee examinee) {
        boolean registered = areas.contains(examinee.division());
        return switch (rule.pool()) {
            case REGISTERED -> registered;
            case DECLARED -> declared.test(examinee.admissionNumber());
            case BOTH -> registered || declared.test(examinee.admissionNumber());
        };
    }

    private Comparator<KeyCounts> order() {
        List<String> known =
                rule.key() == LineRule.Key.QUALIFICATION
                        ? qualificationOrder
                        : HIGHEST_FIRST.stream().map(Level::name).toList();
        return Comparator.<KeyCounts>comparingInt(
                        key -> known.contains(key.key()) ? known.indexOf(key.key()) : known.size())
                .thenComparing(KeyCounts::key);
    }

    private Fault aboveFull(Qualification qualification) {
        return Fault.of(
                "NATIONAL_ABOVE_FULL",
                new Words(
                        "全国合格标准 "
                                + rule.national()
                                + " 高于"
                                + qualification.name()
                                + "的满分 "
                                + qualification.fullMark(),
                        "the national mark "
                                + rule.national()
                                + " is above the full mark "
                                + qualification.fullMark()
                                + " of "
                                + qualification.name()),
                new Words("改正规则中的 national", "mend national in the rule"));
    }
}
