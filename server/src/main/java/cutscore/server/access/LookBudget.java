package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Counts the people each officer looks at, stops who looks at too many, and says so. The same
 * person costs once a day, so nobody is kept from a case that lies open. Counted by the hour of
 * Beijing; a day begins at midnight.
 */
@Component
@EnableConfigurationProperties(LookSettings.class)
class LookBudget {
    /** Fewer than these on a day alarm nobody, whatever was usual. */
    private static final int FEW = 30;

    private final LookTable table;
    private final LookSettings settings;
    private final InstantSource clock;
    private final ObjectProvider<OfficersCases> cases;

    LookBudget(
            LookTable table,
            LookSettings settings,
            InstantSource clock,
            ObjectProvider<OfficersCases> cases) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.cases = cases;
    }

    LocalDate today() {
        return clock.instant().atOffset(Beijing.OFFSET).toLocalDate();
    }

    /** Whether the officer's day is over for one of the two reasons. */
    boolean isSpent(LookTable.Line line) {
        int times = 1 + line.lifts();
        return line.people() >= settings.people() * times
                || line.identities() >= settings.identities() * times;
    }

    /**
     * Pays for a look; within a transaction of its own, which is kept also when it is refused.
     *
     * @return empty when it is paid; else why not, for the officer
     */
    Optional<Words> pay(UUID officer, SessionId session, String admissionNumber, boolean identity) {
        table.lock(officer);
        var day = today();
        var spent = table.spent(officer, day);
        int times = 1 + spent.lifts();
        boolean seen = table.isSeen(officer, day, session, admissionNumber);
        if (identity && spent.identities() >= settings.identities() * times) {
            return stop(officer, day, LookAlarm.Kind.IDENTITIES_SPENT, spent.identities());
        }
        if (!seen && spent.people() >= settings.people() * times) {
            return stop(officer, day, LookAlarm.Kind.PEOPLE_SPENT, spent.people());
        }
        table.count(officer, day, seen ? 0 : 1, identity ? 1 : 0, 0);
        if (!seen) {
            table.see(officer, day, session, admissionNumber);
            watch(officer, day, spent.people() + 1);
        }
        return Optional.empty();
    }

    private Optional<Words> stop(UUID officer, LocalDate day, LookAlarm.Kind why, int figure) {
        table.count(officer, day, 0, 0, 1);
        table.alarm(new LookAlarm(officer, why, figure, figure, now()), day);
        return Optional.of(
                switch (why) {
                    case IDENTITIES_SPENT ->
                            new Words(
                                    "今天显示的完整证件号码已到上限（"
                                            + figure
                                            + " 个），这一次没有显示。已告知安全管理员和审计管理员；确有需要，请向安全管理员说明理由，由其恢复，或明天再办",
                                    "today's identity numbers are spent ("
                                            + figure
                                            + "); this one was not shown. The security and the"
                                            + " audit administrator have been told: the security"
                                            + " administrator can lift it for a reason, or go on"
                                            + " tomorrow");
                    case PEOPLE_SPENT, UNLIKE_BEFORE, SLOW_HARVEST ->
                            new Words(
                                    "今天看过的人已到上限（"
                                            + figure
                                            + " 人），这一份没有打开。已告知安全管理员和审计管理员；确有需要，请向安全管理员说明理由，由其恢复，或明天再办。今天看过的人仍可打开",
                                    "today's people are spent ("
                                            + figure
                                            + "); this file was not opened. The security and the"
                                            + " audit administrator have been told: the security"
                                            + " administrator can lift it for a reason, or go on"
                                            + " tomorrow. Whom you saw today you can still open");
                });
    }

    /** What is not refused may still be told. */
    private void watch(UUID officer, LocalDate day, int people) {
        if (people >= FEW) {
            table.median(officer, day)
                    .filter(usual -> people > 3 * usual)
                    .ifPresent(
                            usual ->
                                    table.alarm(
                                            new LookAlarm(
                                                    officer,
                                                    LookAlarm.Kind.UNLIKE_BEFORE,
                                                    people,
                                                    3 * usual,
                                                    now()),
                                            day));
        }
        int lately = table.lately(officer, day);
        // Now and then: who the people were is read only then.
        int step = Math.max(1, settings.strangers() / 60);
        if (lately >= settings.strangers() && lately % step == 0) {
            suspect(officer, day);
        }
    }

    private void suspect(UUID officer, LocalDate day) {
        var people = table.people(officer, day);
        int all = people.values().stream().mapToInt(Set::size).sum();
        int own = cases.stream().mapToInt(asked -> asked.among(officer, people)).max().orElse(0);
        if (all - own >= settings.strangers()) {
            table.alarm(
                    new LookAlarm(
                            officer,
                            LookAlarm.Kind.SLOW_HARVEST,
                            all - own,
                            settings.strangers(),
                            now()),
                    day);
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
