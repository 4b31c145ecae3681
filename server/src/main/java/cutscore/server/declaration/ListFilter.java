package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.exam.DeclaredGround;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Which declarations of a province a list shows. It lives in the address of the page; {@link
 * #query} writes it, in one order, so that equal filters have equal addresses.
 *
 * @param stage empty for all
 * @param place a county, or a prefecture for all its counties
 * @param from first day of arrival in Beijing, inside
 * @param to last day of arrival in Beijing, inside
 * @param overdue only those that wait longer than the province's term
 * @param returnedToday only those returned for correction today in Beijing
 * @param holder who has it in hand
 * @param receipt a receipt or its beginning, in its written form; empty for any
 * @param newestFirst the order of arrival turned round
 */
public record ListFilter(
        SessionId session,
        Optional<Stage> stage,
        Optional<DeclaredGround> ground,
        Optional<DivisionCode> place,
        Optional<String> qualification,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        boolean overdue,
        boolean returnedToday,
        Holder holder,
        String receipt,
        boolean newestFirst) {

    private static final String NEWEST = "&order=newest";

    /** Who has a declaration in hand. */
    public sealed interface Holder {
        /** Whoever it is. */
        record Anybody() implements Holder {}

        /** Nobody yet. */
        record Nobody() implements Holder {}

        /** Who asks. */
        record Myself() implements Holder {}

        /** That officer. */
        record Colleague(UUID officer) implements Holder {}

        /** As it stands in an address. */
        default String text() {
            return switch (this) {
                case Anybody() -> "";
                case Nobody() -> "nobody";
                case Myself() -> "me";
                case Colleague(var officer) -> officer.toString();
            };
        }
    }

    /** Everything of a session. */
    public static ListFilter all(SessionId session) {
        return new ListFilter(
                session,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                new Holder.Anybody(),
                "",
                false);
    }

    /** The same list at another stage. */
    public ListFilter at(Optional<Stage> other) {
        return with(other, place, overdue, returnedToday, holder, newestFirst);
    }

    /** The same list of one county or prefecture. */
    public ListFilter in(DivisionCode county) {
        return with(stage, Optional.of(county), overdue, returnedToday, holder, newestFirst);
    }

    /** What waits too long. */
    public ListFilter overdueOnly() {
        return with(stage, place, true, returnedToday, holder, newestFirst);
    }

    /** What was returned for correction today. */
    public ListFilter returnedTodayOnly() {
        return with(stage, place, overdue, true, holder, newestFirst);
    }

    /** What that person has in hand. */
    public ListFilter heldBy(Holder other) {
        return with(stage, place, overdue, returnedToday, other, newestFirst);
    }

    /** Whether anything but session and stage narrows it. */
    public boolean isNarrow() {
        return !query().equals(all(session).at(stage).query() + (newestFirst ? NEWEST : ""));
    }

    private ListFilter with(
            Optional<Stage> at,
            Optional<DivisionCode> in,
            boolean late,
            boolean today,
            Holder by,
            boolean newest) {
        return new ListFilter(
                session, at, ground, in, qualification, from, to, late, today, by, receipt, newest);
    }

    /** What stands behind the question mark of its address. */
    public String query() {
        var out = new StringBuilder("session=").append(session);
        out.append("&stage=").append(stage.map(Stage::name).orElse("ALL"));
        ground.ifPresent(one -> out.append("&ground=").append(one));
        place.ifPresent(one -> out.append("&place=").append(one));
        qualification.ifPresent(one -> out.append("&qualification=").append(escaped(one)));
        from.ifPresent(day -> out.append("&from=").append(day));
        to.ifPresent(day -> out.append("&to=").append(day));
        out.append(overdue ? "&overdue=1" : "").append(returnedToday ? "&returnedToday=1" : "");
        out.append(holder.text().isEmpty() ? "" : "&holder=" + holder.text());
        out.append(receipt.isEmpty() ? "" : "&receipt=" + escaped(receipt));
        return out.append(newestFirst ? NEWEST : "").toString();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
