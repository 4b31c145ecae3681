package cutscore.kernel.rule;

import cutscore.kernel.score.Score;

/** What a separate line looks like: one mark, one mark per subject, or a total with a floor. */
public sealed interface Shape {

    /** One mark for every subject. */
    Shape UNIFORM = new Uniform();

    /** As the rule's file writes it. */
    String word();

    /** One mark for every subject. */
    record Uniform() implements Shape {

        @Override
        public String word() {
            return "uniform";
        }
    }

    /** A mark of its own for each subject. */
    record PerSubject() implements Shape {

        @Override
        public String word() {
            return "perSubject";
        }
    }

    /**
     * Every subject at the floor and the sum at a total, or by the national line.
     *
     * @param floor of every subject; on the grid, below the national mark
     */
    record TotalAndFloor(Score floor) implements Shape {

        @Override
        public String word() {
            return "totalAndFloor";
        }
    }
}
