package cutscore.server.access;

import cutscore.kernel.Words;
import java.time.Instant;
import java.util.UUID;

/** Something about an officer's looks that two administrators are told: without any person. */
record LookAlarm(UUID officer, Kind kind, int figure, int bound, Instant at) {

    /** What was seen. */
    enum Kind {
        PEOPLE_SPENT(new Words("一天看的人到了上限，已停止", "the day's people are spent: stopped")),
        IDENTITIES_SPENT(
                new Words("一天显示的证件号码到了上限，已停止", "the day's identity numbers are spent: stopped")),
        UNLIKE_BEFORE(new Words("今天看的人超过自己平时的三倍", "more than three times as many people as usual")),
        SLOW_HARVEST(
                new Words(
                        "三十天里看了很多不是自己经办的人",
                        "many people in thirty days whose cases were not theirs"));

        private final Words words;

        Kind(Words words) {
            this.words = words;
        }

        Words words() {
            return words;
        }
    }
}
