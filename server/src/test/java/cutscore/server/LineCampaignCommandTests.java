package cutscore.server;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.seal.Json;
import org.junit.jupiter.api.Test;

/** The command that lets the line's engines contradict each other. */
class LineCampaignCommandTests {

    @Test
    void aCampaignTellsItsSeedWhatItSawAndWhetherTheEnginesAgree() {
        var answer = Commands.run("campaign", "line", "--rosters", "500", "--seed", "5", "--json");
        assertThat(answer.exit()).isZero();
        assertThat(answer.err()).contains("seed 5");
        var said = Json.parseObject(answer.out());
        assertThat(said.whole("rosters")).isEqualTo(500);
        assertThat(said.whole("disagreed")).isZero();
        assertThat(said.object("counts").members())
                .containsKeys("uniform separate-line", "perSubject CAP_REACHED", "step 0.5");
    }

    @Test
    void aCampaignWithoutRostersIsBadUsage() {
        assertThat(Commands.run("campaign", "line", "--rosters", "0").exit()).isEqualTo(2);
        assertThat(Commands.run("campaign").exit()).isEqualTo(2);
        assertThat(Commands.run("campaign", "nothing").exit()).isEqualTo(2);
    }
}
