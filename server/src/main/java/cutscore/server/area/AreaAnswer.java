package cutscore.server.area;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import java.time.LocalDate;
import java.util.List;

/** The answer to "is this county a line area?", on a day, as known at a moment. */
public sealed interface AreaAnswer {

    /** The code the answer is about: the current one, where an old one was asked. */
    DivisionCode code();

    /**
     * It is a line area.
     *
     * @param name the county's name, 道孚县
     * @param grounds every designation that makes it one; at least one
     * @param since the first day of the earliest of them
     */
    record In(DivisionCode code, String name, List<Designation> grounds, LocalDate since)
            implements AreaAnswer {
        public In {
            if (grounds.isEmpty()) {
                throw new IllegalArgumentException("an area without a ground: " + code);
            }
            grounds = List.copyOf(grounds);
        }
    }

    /** It is no line area on that day. */
    record Out(DivisionCode code, String name) implements AreaAnswer {}

    /**
     * Our copy of the lists does not say.
     *
     * @param why for people: what is missing, and who would know
     */
    record NotKnown(DivisionCode code, String name, Words why) implements AreaAnswer {}

    /**
     * A province or prefecture was asked: its counties answer one by one.
     *
     * @param counties In, Out or NotKnown, in code order; never empty
     */
    record Counties(DivisionCode code, String name, List<AreaAnswer> counties)
            implements AreaAnswer {
        public Counties {
            counties = List.copyOf(counties);
        }

        /** Those of them that are line areas. */
        public List<In> areas() {
            return counties.stream().filter(In.class::isInstance).map(In.class::cast).toList();
        }
    }

    /** No division had that code on that day. */
    record NoSuchDivision(DivisionCode code, Words why) implements AreaAnswer {}
}
