package cutscore.server.line;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engines of the line against each other, and planted errors that they must find. */
@ModuleTest
class ThreeEnginesTests {
    private static final long SEED = 20_261_122;
    private static final long ROSTERS = 3_000;
    private static final long SLICE = 400;
    private static final Duration ENOUGH = Duration.ofMinutes(5);

    @Autowired LineCampaigns campaigns;
    @Autowired SecondEngine second;

    @Test
    void theyAgreeOnEveryRoster() {
        var ran = campaigns.run(SEED, 0, ROSTERS, ENOUGH, _ -> {});
        System.out.println("seed " + SEED + ": " + ran.counts());
        assertThat(ran.disagreements()).isEmpty();
        assertThat(ran.rosters()).isEqualTo(ROSTERS);
        assertThat(ran.counts()).containsKeys(edges());
    }

    /** The outcomes and edges that a thousand rosters must have met. */
    private static String[] edges() {
        List<String> edges = new ArrayList<>();
        for (String shape : List.of("uniform", "perSubject", "totalAndFloor")) {
            for (String outcome :
                    List.of(
                            "separate-line",
                            "CAP_REACHED",
                            "NOTHING_GAINED",
                            "NOBODY_MEASURED",
                            "NOBODY_SAT")) {
                edges.add(shape + " " + outcome);
            }
        }
        edges.addAll(
                List.of(
                        "perSubject refused",
                        "totalAndFloor refused",
                        "edge: the cap is met exactly",
                        "edge: one person more would be too many",
                        "edge: one person too many at the next lower place",
                        "edge: nothing lower fails",
                        "edge: nobody meets the national line",
                        "edge: everybody meets the national line",
                        "edge: a voided examinee",
                        "edge: a voided subject",
                        "edge: absent in some subject",
                        "edge: absent in every subject",
                        "edge: a half point",
                        "subjects 1",
                        "subjects 2",
                        "subjects 3"));
        return edges.toArray(String[]::new);
    }

    @Test
    void ratesComparedInWholePermilleAreFound() {
        String exact = "passed::numeric * k.examinees <= k.national_passed::numeric * k.pool";
        String rounded =
                "passed * 1000 / nullif(k.pool, 0)"
                        + " <= k.national_passed * 1000 / nullif(k.examinees, 0)";
        assertThat(found(sql -> sql.replace(exact, rounded))).isTrue();
    }

    @Test
    void aCapThatMustNotBeMetIsFound() {
        assertThat(found(sql -> sql.replace(" <= k.national_passed", " < k.national_passed")))
                .isTrue();
    }

    @Test
    void aTieThatIsDecidedOtherwiseIsFound() {
        assertThat(found(sql -> sql.replace("greatest(less_1, less_2, less_3),", ""))).isTrue();
        assertThat(found(sql -> sql.replace("at_1 DESC, at_2 DESC, at_3 DESC;", "at_1;"))).isTrue();
    }

    @Test
    void anAbsentSubjectThatCountsAsSatIsFound() {
        assertThat(
                        found(
                                sql ->
                                        sql.replace(
                                                "num_nonnulls(e.mark_1, e.mark_2, e.mark_3) >= 1",
                                                "true")))
                .isTrue();
    }

    /** Whether the campaign of the build contradicts the engine with this error in it. */
    private boolean found(UnaryOperator<String> planted) {
        var wrong = LineSql.OURS.with(planted);
        assertThat(wrong).isNotEqualTo(LineSql.OURS);
        var campaign =
                new LineCampaign(
                        KernelEngines::definition, rosters -> second.each(wrong, rosters), SEED);
        for (long first = 0; first < ROSTERS && campaign.disagreed() == 0; first += SLICE) {
            campaign.run(first, SLICE, ENOUGH, _ -> {});
        }
        return campaign.disagreed() > 0;
    }
}
