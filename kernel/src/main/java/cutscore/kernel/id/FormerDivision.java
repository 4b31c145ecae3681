package cutscore.kernel.id;

import cutscore.kernel.Words;
import java.util.List;

/**
 * A code or a name that was official once.
 *
 * @param goneBy the month of the first table without it, {@code 2015-09}; blank when it never was
 *     in the civil-affairs list
 */
record FormerDivision(DivisionCode old, String oldName, DivisionCode now, String goneBy) {

    static FormerDivision of(List<String> row) {
        return new FormerDivision(
                new DivisionCode(row.get(0)), row.get(1), new DivisionCode(row.get(2)), row.get(4));
    }

    Words note(Divisions divisions) {
        String today = divisions.fullName(now) + " " + now;
        return new Words(
                "旧代码 " + old + "（" + oldName + "）在 " + goneBy + " 前已改为 " + today,
                "former code "
                        + old
                        + " ("
                        + oldName
                        + "), replaced by "
                        + goneBy
                        + ": now "
                        + today);
    }
}
