package cutscore.server.area.web;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.AreaHit;
import java.util.List;
import java.util.Optional;

/**
 * What the page of areas shows.
 *
 * @param question as typed
 * @param asOf the two times
 * @param found what the search found, best first
 * @param province the province that was opened, if any
 * @param provinces all of them, with how many of their counties are line areas
 */
record AreasView(
        String question,
        AsOf asOf,
        List<Found> found,
        Optional<Opened> province,
        List<Row> provinces) {

    /** One answer to a search. */
    record Found(AreaHit.Match how, String fullName, AreaAnswer answer) {}

    /** One province in the list. */
    record Row(Division division, int areas, int counties, int notKnown) {}

    /**
     * One province, drawn and written out.
     *
     * @param groups its prefectures with a square per county
     * @param areas its line areas, in code order
     * @param notKnown those of which our copy does not say
     */
    record Opened(
            Row row,
            List<Group> groups,
            List<AreaAnswer.In> areas,
            List<AreaAnswer.NotKnown> notKnown) {}

    /** A prefecture's counties. */
    record Group(String name, List<Tile> tiles) {}

    /**
     * One square.
     *
     * @param mark two or three characters of the name
     */
    record Tile(DivisionCode code, String name, String mark, Kind kind) {
        enum Kind {
            IN,
            OUT,
            UNKNOWN
        }
    }
}
