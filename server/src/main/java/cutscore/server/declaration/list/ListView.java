package cutscore.server.declaration.list;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.server.declaration.ListFilter;
import cutscore.server.declaration.ListForm;
import cutscore.server.declaration.ListPage;
import cutscore.server.declaration.ListRow;
import cutscore.server.declaration.ReviewTerm;
import cutscore.server.declaration.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A page of the list.
 *
 * @param form what was asked
 * @param page the rows
 * @param total rows of the whole filter
 * @param counts per stage, whatever else is asked
 * @param here what stands behind the question mark of this very page
 * @param offered qualifications of the session
 * @param colleagues who may hold a declaration, by id
 */
record ListView(
        DivisionCode province,
        List<SessionId> sessions,
        ListForm form,
        ListPage page,
        long total,
        Map<Stage, Long> counts,
        Set<ListColumn> columns,
        List<SavedView> views,
        ReviewTerm term,
        String here,
        List<String> offered,
        Map<UUID, String> colleagues,
        Instant now) {
    static final String PATH = "/province";

    static String name(DivisionCode division) {
        return Divisions.builtIn().fullName(division);
    }

    /** The county without its province, which stands above the list. */
    String county(DivisionCode place) {
        var full = name(place);
        var mine = name(province);
        return full.startsWith(mine) ? full.substring(mine.length()) : full;
    }

    ListFilter filter() {
        return form.filter();
    }

    boolean has(ListColumn column) {
        return columns.contains(column);
    }

    long count(Optional<Stage> stage) {
        return stage.map(one -> counts.getOrDefault(one, 0L))
                .orElseGet(() -> counts.values().stream().mapToLong(Long::longValue).sum());
    }

    static String address(ListFilter filter) {
        return PATH + "?" + filter.query();
    }

    /** This list at another stage. */
    String at(Optional<Stage> stage) {
        return address(filter().at(stage));
    }

    /** This stage without any further filter. */
    String plain() {
        return address(ListFilter.all(filter().session()).at(filter().stage()));
    }

    String next() {
        return address(filter()) + "&after=" + page.rows().getLast().id();
    }

    String previous() {
        return address(filter()) + "&before=" + page.rows().getFirst().id();
    }

    /** A case, with the way back to this very place of the list. */
    String open(ListRow row) {
        return PATH
                + "/declarations/"
                + row.id()
                + "?list="
                + URLEncoder.encode(here + "#d-" + row.id(), StandardCharsets.UTF_8);
    }

    boolean overdue(ListRow row) {
        return row.stage() == Stage.SUBMITTED && row.stageSince().isBefore(term.overdueBefore(now));
    }

    boolean isShown(SavedView view) {
        return view.filter().equals(filter().query());
    }

    /** The province's counties by their prefectures. */
    Map<Division, List<Division>> places() {
        var divisions = Divisions.builtIn();
        var out = new LinkedHashMap<Division, List<Division>>();
        for (var county : divisions.counties(province)) {
            divisions
                    .find(county.code().prefecture())
                    .ifPresent(
                            above ->
                                    out.computeIfAbsent(above, _ -> new java.util.ArrayList<>())
                                            .add(county));
        }
        return out;
    }
}
