package cutscore.server.guide;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.area.AreaAnswer;

/**
 * A county somebody named, and whether it was a line area on the first day of the exam.
 *
 * @param name the whole path, 四川省甘孜藏族自治州道孚县
 */
record Place(DivisionCode code, String name, AreaAnswer answer) {
    boolean isIn() {
        return switch (answer) {
            case AreaAnswer.In _ -> true;
            case AreaAnswer.Counties wide -> wide.areas().size() == wide.counties().size();
            case AreaAnswer.Out _, AreaAnswer.NotKnown _, AreaAnswer.NoSuchDivision _ -> false;
        };
    }

    boolean isOut() {
        return switch (answer) {
            case AreaAnswer.Out _ -> true;
            case AreaAnswer.Counties wide ->
                    wide.counties().stream().allMatch(AreaAnswer.Out.class::isInstance);
            case AreaAnswer.In _, AreaAnswer.NotKnown _, AreaAnswer.NoSuchDivision _ -> false;
        };
    }
}
