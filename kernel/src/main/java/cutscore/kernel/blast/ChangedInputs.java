package cutscore.kernel.blast;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.blast.InputChange.AreaCorrected;
import cutscore.kernel.blast.InputChange.DeclarationCorrected;
import cutscore.kernel.blast.InputChange.OfExaminee;
import cutscore.kernel.blast.InputChange.Place;
import cutscore.kernel.blast.InputChange.QualificationVoided;
import cutscore.kernel.blast.InputChange.ScoreCorrected;
import cutscore.kernel.blast.InputChange.StandingCorrected;
import cutscore.kernel.csv.Shown;
import cutscore.kernel.explain.PoolFacts;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.score.SubjectScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The inputs as they would be: areas and declarations at once, examinees one by one. A change that
 * changes nothing, or the same thing twice, is a slip and is refused.
 */
final class ChangedInputs {
    private final PoolFacts before;
    private final PoolFacts after;
    private final Map<String, List<OfExaminee>> ofExaminees = new HashMap<>();
    private final Map<String, QualificationVoided> voided = new HashMap<>();
    private final Map<String, DeclarationCorrected> declarations = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> seenQualifications = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @throws Unreadable when a change of an area or a declaration changes nothing
     */
    ChangedInputs(InputChanges changes, PoolFacts before, Divisions divisions) {
        this.before = before;
        var areas = new AreaChanges(divisions);
        for (InputChange change : changes.list()) {
            switch (change) {
                case OfExaminee one -> take(one);
                case QualificationVoided one -> {
                    if (voided.putIfAbsent(one.qualification(), one) != null) {
                        faults.add(twice(one.at()));
                    }
                }
                case AreaCorrected one -> areas.take(one);
                case DeclarationCorrected one -> take(one);
            }
        }
        if (!faults.isEmpty()) {
            throw new Unreadable(faults);
        }
        this.after = before.changed(areas.added, areas.removed, declaredAfter());
    }

    /** Counties taken in and out. */
    private final class AreaChanges {
        private final Divisions divisions;
        private final Set<DivisionCode> added = new HashSet<>();
        private final Set<DivisionCode> removed = new HashSet<>();

        AreaChanges(Divisions divisions) {
            this.divisions = divisions;
        }

        void take(AreaCorrected change) {
            boolean any = false;
            for (Division division : divisions.counties(change.code())) {
                var county = division.code();
                if (added.contains(county) || removed.contains(county)) {
                    faults.add(twice(change.at()));
                    return;
                }
                if (before.inForce().contains(county) != change.added()) {
                    any = true;
                    var those = change.added() ? added : removed;
                    those.add(county);
                }
            }
            if (!any) {
                faults.add(nothing(change.at(), change.code().value()));
            }
        }
    }

    private void take(OfExaminee change) {
        var others = ofExaminees.computeIfAbsent(change.admissionNumber(), _ -> new ArrayList<>());
        if (others.stream().anyMatch(other -> isSame(other, change))) {
            faults.add(twice(change.at()));
        }
        others.add(change);
    }

    private static boolean isSame(OfExaminee one, OfExaminee other) {
        if (one instanceof ScoreCorrected score && other instanceof ScoreCorrected again) {
            return score.subject() == again.subject();
        }
        return one.getClass().equals(other.getClass());
    }

    private void take(DeclarationCorrected change) {
        String number = change.admissionNumber();
        var has = before.declared(number);
        if (has.isEmpty()) {
            faults.add(noDeclarations(change.at()));
        } else if (declarations.putIfAbsent(number, change) != null) {
            faults.add(twice(change.at()));
        } else if (has.get() == change.approved()) {
            faults.add(nothing(change.at(), number));
        }
    }

    private Set<String> declaredAfter() {
        var declared = new HashSet<>(before.declared());
        declarations.forEach(
                (number, change) -> {
                    if (change.approved()) {
                        declared.add(number);
                    } else {
                        declared.remove(number);
                    }
                });
        return declared;
    }

    PoolFacts facts() {
        return after;
    }

    /** Whether anything about this examinee would be otherwise. */
    boolean touches(Examinee examinee) {
        String number = examinee.admissionNumber();
        var place = examinee.division();
        return ofExaminees.containsKey(number)
                || declarations.containsKey(number)
                || voided.containsKey(examinee.qualification().name())
                || before.inForce().contains(place) != after.inForce().contains(place);
    }

    /** The examinee as the roster would have it. */
    Examinee of(Examinee examinee) {
        var changes = ofExaminees.getOrDefault(examinee.admissionNumber(), List.of());
        boolean allVoided = voided.containsKey(examinee.qualification().name());
        if (changes.isEmpty() && !allVoided) {
            return examinee;
        }
        var scores = new ArrayList<>(examinee.scores());
        boolean isVoided = examinee.voided();
        for (OfExaminee change : changes) {
            switch (change) {
                case ScoreCorrected score -> {
                    if (score.subject() <= scores.size()) {
                        scores.set(score.subject() - 1, score.score());
                    }
                }
                case StandingCorrected standing -> isVoided = standing.voided();
            }
        }
        return new Examinee(
                examinee.admissionNumber(),
                examinee.division(),
                examinee.qualification(),
                scores,
                isVoided || allVoided,
                examinee.identityType(),
                examinee.identityNumber(),
                examinee.name());
    }

    /** Holds the changes of an examinee against the roster's row, the first time through. */
    void check(Examinee examinee) {
        seenQualifications.add(examinee.qualification().name());
        String number = examinee.admissionNumber();
        if (ofExaminees.containsKey(number) || declarations.containsKey(number)) {
            seen.add(number);
        }
        for (OfExaminee change : ofExaminees.getOrDefault(number, List.of())) {
            switch (change) {
                case ScoreCorrected score -> check(score, examinee);
                case StandingCorrected standing -> {
                    if (standing.voided() == examinee.voided()) {
                        faults.add(nothing(standing.at(), number));
                    }
                }
            }
        }
    }

    private void check(ScoreCorrected change, Examinee examinee) {
        var qualification = examinee.qualification();
        if (change.subject() > examinee.scores().size()) {
            faults.add(noSubject(change.at(), examinee.scores().size()));
        } else if (change.score() instanceof SubjectScore.Marked(var mark)
                && mark.compareTo(qualification.fullMark()) > 0) {
            faults.add(aboveFull(change.at(), qualification.fullMark().toString()));
        } else if (examinee.scores().get(change.subject() - 1).equals(change.score())) {
            faults.add(nothing(change.at(), examinee.admissionNumber()));
        }
    }

    /**
     * After the whole roster.
     *
     * @throws Unreadable with every change that names nobody, nothing or something impossible
     */
    void requireMet() {
        ofExaminees.forEach(
                (number, changes) -> changes.forEach(change -> onTheRoster(number, change)));
        declarations.forEach(this::onTheRoster);
        voided.forEach(
                (name, change) -> {
                    if (!seenQualifications.contains(name)) {
                        faults.add(unknown(change.at(), name));
                    }
                });
        if (!faults.isEmpty()) {
            throw new Unreadable(
                    faults.stream()
                            .sorted(java.util.Comparator.comparingLong(Fault::line))
                            .toList());
        }
    }

    private void onTheRoster(String number, InputChange change) {
        if (!seen.contains(number)) {
            faults.add(unknown(change.at(), number));
        }
    }

    private static Fault unknown(Place at, String name) {
        String shown = Shown.of(name);
        return fault(
                at,
                "CHANGE_OF_NOBODY",
                at.of(),
                "of",
                new Words("名册里没有 " + shown, shown + " is not on the roster"));
    }

    private static Fault twice(Place at) {
        return fault(
                at,
                "CHANGE_TWICE",
                at.of(),
                "of",
                new Words("同一处改了两次", "the same thing is changed twice"));
    }

    private static Fault nothing(Place at, String what) {
        String shown = Shown.of(what);
        return fault(
                at,
                "CHANGES_NOTHING",
                at.to(),
                "to",
                new Words(shown + " 本来就是这样", shown + " is so already"));
    }

    private static Fault noSubject(Place at, int subjects) {
        return fault(
                at,
                "SUBJECT_UNKNOWN",
                at.subject(),
                "subject",
                new Words("此人只有 " + subjects + " 科", "there are only " + subjects + " subjects"));
    }

    private static Fault aboveFull(Place at, String full) {
        return fault(
                at,
                "MARK_ABOVE_FULL",
                at.to(),
                "to",
                new Words("高于满分 " + full, "above the full mark of " + full));
    }

    private static Fault noDeclarations(Place at) {
        return fault(
                at,
                "NO_DECLARATIONS",
                at.of(),
                "of",
                new Words("没有给出申报名单，不知道谁申报了", "no list of declarations: nobody says who declared"));
    }

    private static Fault fault(Place at, String code, int column, String heading, Words what) {
        return new Fault(
                code,
                at.input(),
                at.line(),
                column,
                heading,
                what,
                new Words("改正本行；系统不替您猜", "mend this row; nothing is guessed"));
    }
}
