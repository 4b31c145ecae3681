package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.MissingProvince;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whose declarations are in. A line waits for every province with line areas in its scope (通知 三:
 * 申报结束后研究提出), or names those it does not wait for.
 */
@Component
record Provinces(Exams exams) {

    /** Every province with line areas in scope, each in one of the two lists. */
    record Roll(List<ClosedProvince> closed, List<MissingProvince> missing) {}

    /** How far each province of the areas is, by code. */
    List<ProvinceWindow> of(SessionId session, Collection<DivisionCode> areas, Instant now) {
        var counties =
                areas.stream()
                        .collect(
                                Collectors.groupingBy(
                                        DivisionCode::province,
                                        TreeMap::new,
                                        Collectors.summingInt(_ -> 1)));
        var out = new ArrayList<ProvinceWindow>();
        counties.forEach((province, count) -> out.add(window(session, province, count, now)));
        return List.copyOf(out);
    }

    /**
     * @param named as missing, by the sealer
     * @throws LineRefused naming the provinces that are neither closed nor named, or that are named
     *     without being missing
     */
    Roll roll(
            SessionId session,
            Collection<DivisionCode> areas,
            List<MissingProvince> named,
            Instant now) {
        var windows = of(session, areas, now);
        var missing =
                named.stream()
                        .map(MissingProvince::province)
                        .collect(Collectors.toUnmodifiableSet());
        var waited =
                windows.stream()
                        .filter(w -> !w.isClosed() && !missing.contains(w.province()))
                        .toList();
        if (!waited.isEmpty()) {
            boolean open =
                    waited.stream().anyMatch(w -> w.standing() == ProvinceWindow.Standing.OPEN);
            throw new LineRefused(
                    open ? LineRefusal.WINDOW_STILL_OPEN : LineRefusal.PROVINCE_NOT_IN,
                    names(waited.stream().map(ProvinceWindow::province).toList()));
        }
        var late =
                windows.stream()
                        .filter(w -> !w.isClosed())
                        .map(ProvinceWindow::province)
                        .collect(Collectors.toUnmodifiableSet());
        if (missing.size() != named.size() || !late.containsAll(missing)) {
            throw new LineRefused(
                    LineRefusal.NOT_MISSING,
                    names(missing.stream().filter(p -> !late.contains(p)).sorted().toList()));
        }
        return new Roll(
                windows.stream()
                        .filter(ProvinceWindow::isClosed)
                        .map(w -> new ClosedProvince(w.province(), w.closes().orElseThrow()))
                        .toList(),
                named.stream()
                        .sorted(java.util.Comparator.comparing(MissingProvince::province))
                        .toList());
    }

    private ProvinceWindow window(
            SessionId session, DivisionCode province, int areas, Instant now) {
        var ordinary =
                exams.windows(session, province).stream()
                        .filter(window -> window.round() == Round.ORDINARY)
                        .toList();
        var standing = ProvinceWindow.Standing.NOT_ANNOUNCED;
        if (!ordinary.isEmpty()) {
            standing =
                    ordinary.stream().allMatch(window -> window.isAfter(now))
                            ? ProvinceWindow.Standing.CLOSED
                            : ProvinceWindow.Standing.OPEN;
        }
        Optional<Instant> closes =
                ordinary.stream().map(Provinces::lastMoment).max(Instant::compareTo);
        return new ProvinceWindow(province, areas, standing, closes);
    }

    private static Instant lastMoment(WindowOnRecord window) {
        return window.window().closes().toInstant().plus(window.grace());
    }

    private static String names(List<DivisionCode> provinces) {
        return provinces.stream()
                .map(Divisions.builtIn()::fullName)
                .collect(Collectors.joining("、"));
    }
}
