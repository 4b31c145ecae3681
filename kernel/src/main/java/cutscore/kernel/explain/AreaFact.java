package cutscore.kernel.explain;

import cutscore.kernel.line.AreaList;
import java.util.List;

/** What is known of the place where somebody registered: a line area on the exam's day, or not. */
public sealed interface AreaFact {

    /** The word for machines. */
    String word();

    /** The rows of the list that speak of the place; they are the source. */
    default List<AreaList.Row> rows() {
        return List.of();
    }

    /** In force on the exam's first day, by these rows. */
    record Listed(List<AreaList.Row> rows) implements AreaFact {
        public Listed {
            rows = List.copyOf(rows);
        }

        @Override
        public String word() {
            return "listed";
        }
    }

    /** Listed, but no row is in force on the exam's first day. */
    record NotInForce(List<AreaList.Row> rows) implements AreaFact {
        public NotInForce {
            rows = List.copyOf(rows);
        }

        @Override
        public String word() {
            return "not-in-force";
        }
    }

    /** No row names it. */
    record NotListed() implements AreaFact {

        @Override
        public String word() {
            return "not-listed";
        }
    }

    /** The roster names a province or a prefecture that has counties: in no area. */
    record CountyNotKnown() implements AreaFact {

        @Override
        public String word() {
            return "county-not-known";
        }
    }

    /** Made a line area by an assumed change, which is the only source. */
    record Added() implements AreaFact {

        @Override
        public String word() {
            return "added";
        }
    }

    /** Taken out by an assumed change, in spite of these rows. */
    record Removed(List<AreaList.Row> rows) implements AreaFact {
        public Removed {
            rows = List.copyOf(rows);
        }

        @Override
        public String word() {
            return "removed";
        }
    }
}
