package cutscore.kernel.line;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Level;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts examinees into the keys of a rule, however their rows were read. It keeps no people.
 *
 * <p>Keys come in a fixed order: levels 高级, 中级, 初级, then others by name; qualifications in their
 * table's order.
 */
public final class KeyTally {
    private static final List<Level> HIGHEST_FIRST =
            List.of(Level.SENIOR, Level.MIDDLE, Level.JUNIOR);

    private final LineRule rule;
    private final List<String> qualificationOrder;
    private final Map<String, KeyCounts> counts = new HashMap<>();
    private final Map<String, Set<Qualification>> present = new HashMap<>();

    /**
     * @param qualifications the exam's, for the order of keys
     */
    public KeyTally(LineRule rule, Qualifications qualifications) {
        this.rule = rule;
        this.qualificationOrder = qualifications.all().stream().map(Qualification::name).toList();
    }

    /** Somebody registered for it, whether or not anybody sat: its key exists. */
    public void occurs(Qualification qualification) {
        present.computeIfAbsent(rule.keyOf(qualification), _ -> new LinkedHashSet<>())
                .add(qualification);
        counts.computeIfAbsent(
                rule.keyOf(qualification), key -> KeyCounts.none(key, dimensions(qualification)));
    }

    /**
     * Counts examinees with the same marks.
     *
     * @param measured whether they are in the pool
     * @param halfPoints a mark for each subject, in order
     */
    public void add(Qualification qualification, boolean measured, int[] halfPoints, long people) {
        occurs(qualification);
        var key = counts(qualification);
        int lowest = Arrays.stream(halfPoints).min().orElseThrow();
        if (!measured) {
            key.outside().add(new int[] {lowest}, people);
        } else if (rule.shape() instanceof Shape.Uniform) {
            key.pool().add(new int[] {lowest}, people);
        } else if (halfPoints.length == key.pool().dimensions()) {
            key.pool().add(halfPoints, people);
        }
    }

    /** Counts examinees with an absent or voided subject. */
    public void addUnmarked(Qualification qualification, boolean measured, long people) {
        occurs(qualification);
        var key = counts(qualification);
        (measured ? key.pool() : key.outside()).addUnmarked(people);
    }

    /**
     * What was counted, in the keys' order.
     *
     * @throws Unreadable when the national mark is above the full mark of somebody's qualification,
     *     or a key that needs one number of subjects has several
     */
    public List<KeyCounts> counts() {
        List<Fault> faults = new ArrayList<>(aboveFull());
        if (!(rule.shape() instanceof Shape.Uniform)) {
            present.entrySet().stream()
                    .filter(
                            key ->
                                    key.getValue().stream()
                                                    .mapToInt(KeyTally::subjects)
                                                    .distinct()
                                                    .count()
                                            > 1)
                    .sorted(Map.Entry.comparingByKey())
                    .map(key -> mixed(key.getKey(), key.getValue()))
                    .forEach(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new Unreadable(faults);
        }
        return counts.values().stream().sorted(order()).toList();
    }

    private KeyCounts counts(Qualification qualification) {
        return java.util.Objects.requireNonNull(counts.get(rule.keyOf(qualification)));
    }

    private int dimensions(Qualification qualification) {
        return rule.shape() instanceof Shape.Uniform ? 1 : subjects(qualification);
    }

    private static int subjects(Qualification qualification) {
        return qualification.subjects().size();
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

    private List<Fault> aboveFull() {
        return present.values().stream()
                .flatMap(Set::stream)
                .filter(q -> rule.national().compareTo(q.fullMark()) > 0)
                .sorted(Comparator.comparing(Qualification::name))
                .map(this::aboveFull)
                .toList();
    }

    private Fault aboveFull(Qualification q) {
        String mark = rule.national().toString();
        return Fault.of(
                "NATIONAL_ABOVE_FULL",
                new Words(
                        "全国合格标准 " + mark + " 高于" + q.name() + "的满分 " + q.fullMark(),
                        "the national mark "
                                + mark
                                + " is above the full mark "
                                + q.fullMark()
                                + " of "
                                + q.name()),
                new Words("改正规则中的 national", "mend national in the rule"));
    }

    private Fault mixed(String key, Set<Qualification> qualifications) {
        String each =
                qualifications.stream()
                        .sorted(Comparator.comparing(Qualification::name))
                        .map(q -> q.name() + " " + subjects(q))
                        .collect(Collectors.joining("、"));
        String shape = rule.shape().word();
        return Fault.of(
                "SUBJECTS_DIFFER",
                new Words(
                        key + "各资格的科目数不同（" + each + "），不能用 " + shape,
                        "the qualifications of "
                                + key
                                + " differ in subjects ("
                                + each
                                + "): "
                                + shape
                                + " needs one number"),
                new Words("规则的 key 改为 level 或 qualification", "set key to level or qualification"));
    }
}
