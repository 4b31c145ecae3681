package cutscore.kernel.seal;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where certificates of one issuing province and exam session count: its separate-line areas,
 * county by county, each with its days in force.
 *
 * @param list the name tokens use for it, {@code 51-2023-1}
 * @param circular whose areas they are, as one would cite it
 * @param linePublished the day the line was published: the list of this day decides by default
 * @param areas a county may occur several times, for periods apart
 */
public record ValidityScope(
        DivisionCode province,
        SessionId session,
        String list,
        String circular,
        LocalDate linePublished,
        List<Area> areas) {

    /** One county-level unit and when it is an area of the list. */
    public record Area(DivisionCode code, Period inForce) {}

    public ValidityScope {
        areas = List.copyOf(areas);
    }

    /** The name of a list in tokens, from its province and session. */
    public static String listName(DivisionCode province, SessionId session) {
        return province.value().substring(0, 2) + "-" + session.value();
    }

    public NavigableSet<DivisionCode> inForce(LocalDate day) {
        return areas.stream()
                .filter(area -> area.inForce().contains(day))
                .map(Area::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How much of a place lies in the list on that day. */
    Cover covers(Collection<DivisionCode> counties, LocalDate day) {
        var inForce = inForce(day);
        long in = counties.stream().filter(inForce::contains).count();
        return in == 0 ? Cover.NONE : in == counties.size() ? Cover.WHOLE : Cover.PART;
    }

    enum Cover {
        WHOLE,
        PART,
        NONE
    }

    Json json() {
        return Json.object()
                .put("province", province.value())
                .put("session", session.value())
                .put("list", list)
                .put("circular", circular)
                .put("linePublished", linePublished.toString())
                .put("areas", Json.array(areas.stream().map(ValidityScope::json).toList()))
                .build();
    }

    private static Json.Obj json(Area area) {
        var from = area.inForce().from();
        var to = area.inForce().to();
        return Json.object()
                .put("code", area.code().value())
                .put("from", from == null ? null : from.toString())
                .put("to", to == null ? null : to.toString())
                .build();
    }

    static ValidityScope read(Json.Obj json) {
        return new ValidityScope(
                new DivisionCode(json.text("province")),
                new SessionId(json.text("session")),
                json.text("list"),
                json.text("circular"),
                LocalDate.parse(json.text("linePublished")),
                json.array("areas").stream().map(ValidityScope::area).toList());
    }

    private static Area area(Json item) {
        if (!(item instanceof Json.Obj area)) {
            throw new JsonFault("an area is an object");
        }
        var from = area.textIfAny("from").map(LocalDate::parse).orElse(null);
        var to = area.textIfAny("to").map(LocalDate::parse).orElse(null);
        return new Area(new DivisionCode(area.text("code")), new Period(from, to));
    }
}
