package cutscore.kernel.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.SubjectScore;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The line written straight from the text of the rule, over lists of people, with nothing shared
 * with the solver: no histogram, no Score arithmetic, no PassRate.
 */
final class BruteForce {
    private final LineRule rule;
    private final Set<DivisionCode> areas;
    private final Set<String> declared;

    BruteForce(LineRule rule, Set<DivisionCode> areas, Set<String> declared) {
        this.rule = rule;
        this.areas = areas;
        this.declared = declared;
    }

    /** One line of text for each key, by key. */
    Map<String, String> answers(List<Examinee> roster) {
        Map<String, List<Examinee>> byKey = new LinkedHashMap<>();
        for (Examinee e : roster) {
            String key =
                    switch (rule.key()) {
                        case LEVEL -> e.qualification().level().name();
                        case SESSION -> rule.session().value();
                        case QUALIFICATION -> e.qualification().name();
                    };
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(e);
        }
        Map<String, String> out = new LinkedHashMap<>();
        byKey.forEach((key, people) -> out.put(key, answer(people)));
        return out;
    }

    private String answer(List<Examinee> people) {
        List<Examinee> examinees = people.stream().filter(this::examined).toList();
        List<Examinee> pool = examinees.stream().filter(this::measured).toList();
        int national = rule.national().halfPoints();
        long nationalPassed = passing(examinees, national);
        var out = new StringBuilder();
        out.append(examinees.size()).append(' ').append(nationalPassed).append(' ');
        out.append(pool.size()).append(' ').append(passing(pool, national));
        return out.append(' ').append(outcome(examinees, pool, nationalPassed)).toString();
    }

    private String outcome(List<Examinee> examinees, List<Examinee> pool, long nationalPassed) {
        if (examinees.isEmpty()) {
            return "NOBODY_SAT";
        }
        if (pool.isEmpty()) {
            return "NOBODY_MEASURED";
        }
        int step = rule.grid().step().halfPoints();
        int best = -1;
        // from the national mark downwards, where the solver goes upwards
        for (int mark = rule.national().halfPoints() - step;
                mark >= rule.grid().lowest().halfPoints();
                mark -= step) {
            var left = product(passing(pool, mark), examinees.size());
            var right = product(nationalPassed, pool.size());
            if (left.compareTo(right) <= 0) {
                best = mark;
            }
        }
        if (best < 0) {
            return "CAP_REACHED";
        }
        long passed = passing(pool, best);
        if (passed <= passing(pool, rule.national().halfPoints())) {
            return "NOTHING_GAINED";
        }
        return best + " " + passed;
    }

    private static BigInteger product(long left, long right) {
        return BigInteger.valueOf(left).multiply(BigInteger.valueOf(right));
    }

    private boolean examined(Examinee e) {
        long absent = e.scores().stream().filter(s -> s instanceof SubjectScore.Absent).count();
        return !e.voided()
                && switch (rule.sat()) {
                    case ANY -> absent < e.scores().size();
                    case ALL -> absent == 0;
                    case REGISTERED -> true;
                };
    }

    private boolean measured(Examinee e) {
        boolean there = areas.contains(e.division());
        boolean asked = declared.contains(e.admissionNumber());
        return switch (rule.pool()) {
            case REGISTERED -> there;
            case DECLARED -> asked;
            case BOTH -> there || asked;
        };
    }

    private static long passing(List<Examinee> people, int halfPoints) {
        long passing = 0;
        for (Examinee e : people) {
            boolean all = true;
            for (SubjectScore score : e.scores()) {
                all &=
                        score instanceof SubjectScore.Marked marked
                                && marked.score().halfPoints() >= halfPoints;
            }
            passing += all ? 1 : 0;
        }
        return passing;
    }
}
