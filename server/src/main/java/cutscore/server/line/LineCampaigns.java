package cutscore.server.line;

import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/**
 * Long runs of the line's engines against each other, on rosters drawn at random. Nothing of them
 * stays in the database.
 */
@Component
public class LineCampaigns {
    private final SecondEngine second;

    LineCampaigns(SecondEngine second) {
        this.second = second;
    }

    /**
     * What a run showed.
     *
     * @param rosters how many were compared; fewer than asked for when the time was used up
     * @param disagreed on how many the engines differed
     * @param disagreements the first of them with everything needed to see them again
     * @param counts how often which shape, outcome and edge came up
     */
    public record Ran(
            long rosters,
            long disagreed,
            List<String> disagreements,
            NavigableMap<String, Long> counts) {

        public Ran {
            disagreements = List.copyOf(disagreements);
        }
    }

    /**
     * Compares the rosters of a seed, from {@code first} on.
     *
     * @param atMost after which no further rosters are begun
     * @param progress is told how many are done
     */
    public Ran run(long seed, long first, long rosters, Duration atMost, LongConsumer progress) {
        var campaign = new LineCampaign(KernelEngines::all, second::each, seed);
        long done = campaign.run(first, rosters, atMost, progress);
        return new Ran(
                done, campaign.disagreed(), campaign.disagreements(), campaign.tally().counts());
    }
}
