package cutscore.server.line.web.workbench;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Invented examinees for tests: some in line areas, some who declared, all kinds of mark sheets.
 */
record Sample(List<Examinee> people) {
    static final Set<DivisionCode> AREAS =
            Set.of(new DivisionCode("513326"), new DivisionCode("513401"));
    private static final List<String> DIVISIONS =
            List.of("513326", "513401", "510107", "110101", "610102");

    static Sample of(long seed, int people) {
        var dice = new Random(seed);
        var qualifications = Qualifications.builtIn().all();
        var all = new ArrayList<Examinee>();
        for (int i = 0; i < people; i++) {
            var qualification = qualifications.get(dice.nextInt(qualifications.size()));
            all.add(examinee("A" + i, qualification, dice));
        }
        return new Sample(all);
    }

    static boolean declared(String admissionNumber) {
        return admissionNumber.hashCode() % 7 == 0;
    }

    Headcount headcount() {
        var taking = new Headcount.Taking();
        people.forEach(
                one ->
                        taking.add(
                                one,
                                AREAS.contains(one.division()),
                                declared(one.admissionNumber())));
        return taking.taken();
    }

    private static Examinee examinee(String number, Qualification qualification, Random dice) {
        var scores =
                IntStream.range(0, qualification.subjects().size())
                        .mapToObj(_ -> score(dice))
                        .toList();
        var division = new DivisionCode(DIVISIONS.get(dice.nextInt(DIVISIONS.size())));
        boolean voided = dice.nextInt(40) == 0;
        return new Examinee(number, division, qualification, scores, voided, null, null, null);
    }

    private static SubjectScore score(Random dice) {
        int kind = dice.nextInt(20);
        if (kind == 0) {
            return new SubjectScore.Voided();
        }
        return kind < 3
                ? new SubjectScore.Absent()
                : new SubjectScore.Marked(new Score(dice.nextInt(151)));
    }
}
