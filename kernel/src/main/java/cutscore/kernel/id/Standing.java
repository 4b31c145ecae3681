package cutscore.kernel.id;

import cutscore.kernel.Words;

/** What a division code means on a day: a county, a former code, no county, or nothing known. */
public sealed interface Standing {

    /** A county-level unit of the current table, prefectures without counties among them. */
    record County(DivisionCode code) implements Standing {}

    /**
     * A code that was official once.
     *
     * @param old as written
     * @param code the county-level unit that stands for it today
     * @param note what happened, for a report
     */
    record Renumbered(DivisionCode old, DivisionCode code, Words note) implements Standing {}

    /** A province, or a prefecture that has counties: which county is meant cannot be told. */
    record CountyNotKnown(DivisionCode code) implements Standing {}

    /**
     * No such unit on that day.
     *
     * @param why not in the table at all, or not yet made
     */
    record Unknown(DivisionCode code, Words why) implements Standing {}
}
