package cutscore.server;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.seal.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A few cuts of the campaign that makes hundreds, and its control. */
@Tag("database")
class DeclarationCampaignCommandTests {

    @Test
    void whatWasAcknowledgedIsThereOnceAndWhoBelievesBeforeHeIsToldIsFoundOut() {
        var answer =
                Commands.run(
                        "campaign",
                        "declarations",
                        "--cuts",
                        "1",
                        "--people",
                        "4000",
                        "--minutes",
                        "3",
                        "--json");
        assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
        var said = Json.parseObject(answer.out());
        assertThat(said.whole("serverCuts")).isEqualTo(1);
        assertThat(said.whole("databaseCuts")).isEqualTo(1);
        assertThat(said.whole("acknowledged")).isPositive();
        assertThat(said.whole("lost") + said.whole("doubled")).isZero();
        assertThat(said.whole("unaccountedActs")).isZero();
        assertThat(said.whole("controlLost")).isPositive();
    }

    @Test
    void aCampaignOfNobodyIsBadUsage() {
        assertThat(Commands.run("campaign", "declarations", "--people", "1").exit()).isEqualTo(2);
    }
}
