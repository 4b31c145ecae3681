package cutscore.kernel.blast;

import cutscore.kernel.explain.RandomCase;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Invented changes of an invented determination: as a list to be read, and already applied by hand.
 *
 * @param csv the list
 * @param roster the examinees as they would be
 */
record RandomChanges(
        String csv, List<Examinee> roster, Set<DivisionCode> areas, Set<String> declared) {

    static RandomChanges of(RandomCase invented, Random random) {
        var rows = new StringBuilder("change,of,subject,to\n");
        var roster = new ArrayList<>(invented.roster());
        var areas = new HashSet<>(invented.areas().inForce(RandomCase.DAY));
        var declared = new HashSet<>(invented.declared().orElse(Set.of()));
        Map<Integer, Boolean> touched = new HashMap<>();
        int changes = 1 + random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            int who = random.nextInt(roster.size());
            switch (random.nextInt(6)) {
                case 0 -> {
                    if (touched.putIfAbsent(who, true) == null) {
                        standing(roster, who, rows);
                    }
                }
                case 1 -> {
                    var one = new DivisionCode(random.nextBoolean() ? "513326" : "510107");
                    if (!rows.toString().contains("area," + one)) {
                        boolean added = areas.add(one);
                        if (!added) {
                            areas.remove(one);
                        }
                        rows.append("area,").append(one).append(added ? ",,add\n" : ",,remove\n");
                    }
                }
                case 2 -> {
                    String number = roster.get(who).admissionNumber();
                    if (invented.declared().isPresent()
                            && !rows.toString().contains("declared," + number)) {
                        boolean added = declared.add(number);
                        if (!added) {
                            declared.remove(number);
                        }
                        rows.append("declared,")
                                .append(number)
                                .append(added ? ",,add\n" : ",,remove\n");
                    }
                }
                default -> {
                    if (touched.putIfAbsent(who, true) == null) {
                        score(roster, who, random, rows);
                    }
                }
            }
        }
        if (rows.toString().equals("change,of,subject,to\n")) {
            score(roster, 0, random, rows);
        }
        return new RandomChanges(rows.toString(), roster, areas, declared);
    }

    private static void standing(List<Examinee> roster, int who, StringBuilder rows) {
        var one = roster.get(who);
        roster.set(who, with(one, one.scores(), !one.voided()));
        rows.append("standing,")
                .append(one.admissionNumber())
                .append(one.voided() ? ",,valid\n" : ",,voided\n");
    }

    private static void score(List<Examinee> roster, int who, Random random, StringBuilder rows) {
        var one = roster.get(who);
        int subject = random.nextInt(one.scores().size());
        var mark = new Score(76 + random.nextInt(22));
        SubjectScore score = new SubjectScore.Marked(mark);
        String to = mark.toString();
        if (random.nextInt(8) == 0) {
            score = new SubjectScore.Absent();
            to = "absent";
        }
        if (one.scores().get(subject).equals(score)) {
            score = new SubjectScore.Marked(Score.of("75"));
            to = "75";
        }
        var scores = new ArrayList<>(one.scores());
        scores.set(subject, score);
        roster.set(who, with(one, scores, one.voided()));
        rows.append("score,")
                .append(one.admissionNumber())
                .append(',')
                .append(subject + 1)
                .append(',')
                .append(to)
                .append('\n');
    }

    private static Examinee with(Examinee one, List<SubjectScore> scores, boolean voided) {
        return new Examinee(
                one.admissionNumber(),
                one.division(),
                one.qualification(),
                scores,
                voided,
                one.identityType(),
                one.identityNumber(),
                one.name());
    }
}
