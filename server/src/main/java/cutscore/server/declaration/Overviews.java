package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.declaration.ListFilter.Holder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How provinces stand: one's own with what one did oneself; all of them by counts alone. */
@Component
public class Overviews {
    private static final int DAYS = 120;

    private final DeclarationLists lists;
    private final OverviewTable table;
    private final InstantSource clock;

    Overviews(DeclarationLists lists, OverviewTable table, InstantSource clock) {
        this.lists = lists;
        this.table = table;
        this.clock = clock;
    }

    /**
     * The officer's own province.
     *
     * @throws cutscore.server.access.AccessRefused unless he reviews or leads there
     */
    public Overview of(SessionId session, Officer by) {
        var province = DeclarationLists.province(by);
        var now = clock.instant();
        var arrivals = table.arrivals(session, province);
        var all = ListFilter.all(session);
        return new Overview(
                lists.stages(session, by),
                lists.count(all.overdueOnly(), by),
                lists.count(all.returnedTodayOnly(), by),
                arrivals.getOrDefault(Beijing.day(now), 0L),
                lists.count(all.at(Optional.of(Stage.SUBMITTED)).heldBy(new Holder.Myself()), by),
                waiting(arrivals, table.turns(session, province), Beijing.day(now)),
                hours(session, province, now),
                table.counties(session, province),
                table.handled(session, province, Optional.empty()),
                table.handled(session, province, Optional.of(by.id())),
                table.reasons(session, province));
    }

    /**
     * Every province that has declarations of a session, by stage; counts alone.
     *
     * @throws cutscore.server.access.AccessRefused unless he works for the centre
     */
    public Map<DivisionCode, Map<Stage, Long>> provinces(SessionId session, Officer by) {
        if (!by.roles().contains(Role.PUBLISHER)) {
            by.must(Role.ANALYST);
        }
        return table.provinces(session);
    }

    private List<Long> hours(SessionId session, DivisionCode province, Instant now) {
        var ago = table.hours(session, province, now, Overview.HOURS);
        return IntStream.range(0, Overview.HOURS)
                .mapToObj(hour -> ago.getOrDefault(Overview.HOURS - 1 - hour, 0L))
                .toList();
    }

    /** What waited at the end of each day: arrivals so far, and what was answered or came back. */
    private static List<Overview.Day> waiting(
            Map<LocalDate, Long> arrivals, Map<LocalDate, Long> turns, LocalDate today) {
        var first = arrivals.keySet().stream().min(LocalDate::compareTo);
        if (first.isEmpty() || first.get().isAfter(today)) {
            return List.of();
        }
        var days = new ArrayList<Overview.Day>();
        long waits = 0;
        for (var day = first.get(); !day.isAfter(today); day = day.plusDays(1)) {
            waits += arrivals.getOrDefault(day, 0L) + turns.getOrDefault(day, 0L);
            days.add(new Overview.Day(day, waits));
        }
        // When all is answered, what follows is a flat line: it ends a week after.
        int end = days.size();
        while (end > 8 && days.get(end - 8).waited() == 0 && days.get(end - 1).waited() == 0) {
            end--;
        }
        return days.subList(Math.max(0, end - DAYS), end);
    }
}
