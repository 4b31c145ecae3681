package cutscore.server;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.seal.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A few cuts of the campaign that makes hundreds, and its control. */
@Tag("database")
class DeclarationCampaignCommandTests {

    @Test
    void whatWasAcknowledgedIsThereOnceAfterTheServerAndTheDatabaseWereKilled() {
        var answer = run("--server-cuts", "1", "--database-cuts", "2");
        assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
        var said = Json.parseObject(answer.out());
        assertThat(said.whole("serverCuts") + said.whole("databaseCuts")).isEqualTo(3);
        assertThat(said.whole("acknowledged")).isPositive().isEqualTo(said.whole("declared"));
        assertThat(said.whole("lost") + said.whole("doubled")).isZero();
        assertThat(said.whole("unaccountedActs")).isZero();
    }

    @Test
    void whoBelievesBeforeHeIsToldIsFoundOut() {
        var answer = run("--server-cuts", "1", "--database-cuts", "0", "--control");
        assertThat(answer.exit()).as(answer.err()).isEqualTo(1);
        assertThat(Json.parseObject(answer.out()).whole("lost")).isPositive();
    }

    @Test
    void aCampaignOfNobodyIsBadUsage() {
        assertThat(Commands.run("campaign", "declarations", "--people", "1").exit()).isEqualTo(2);
    }

    private static Commands.Answer run(String... cuts) {
        var arguments =
                new java.util.ArrayList<>(
                        java.util.List.of(
                                "campaign", "declarations", "--people", "3000", "--minutes", "3"));
        arguments.addAll(java.util.List.of(cuts));
        arguments.add("--json");
        return Commands.run(arguments.toArray(String[]::new));
    }
}
