package cutscore.kernel.blast;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.score.SubjectScore;

/** One correction of the inputs of a determination. */
public sealed interface InputChange {

    /** Where it stands in the list of changes. */
    Place at();

    /**
     * A row of the list.
     *
     * @param line 1-based
     * @param of 1-based column of what is changed
     * @param subject 1-based column of the subject; 0 when the list has none
     * @param to 1-based column of what it becomes
     */
    record Place(String input, long line, int of, int subject, int to) {}

    /** A change of one examinee's row. */
    sealed interface OfExaminee extends InputChange {
        String admissionNumber();
    }

    /**
     * A subject's score corrected.
     *
     * @param subject from 1
     */
    record ScoreCorrected(Place at, String admissionNumber, int subject, SubjectScore score)
            implements OfExaminee {

        /** Says nothing of whose it is. */
        @Override
        public String toString() {
            return "ScoreCorrected[line " + at.line() + "]";
        }
    }

    /** An examinee's session voided (违纪取消), or counted again. */
    record StandingCorrected(Place at, String admissionNumber, boolean voided)
            implements OfExaminee {

        /** Says nothing of whose it is. */
        @Override
        public String toString() {
            return "StandingCorrected[line " + at.line() + "]";
        }
    }

    /** Everybody of one qualification voided. */
    record QualificationVoided(Place at, String qualification) implements InputChange {}

    /**
     * A line area added or taken out; a province or prefecture stands for its counties.
     *
     * @param added in force on the exam's day from now on; else no longer
     */
    record AreaCorrected(Place at, DivisionCode code, boolean added) implements InputChange {}

    /** A declaration approved after all, or no longer. */
    record DeclarationCorrected(Place at, String admissionNumber, boolean approved)
            implements InputChange {

        /** Says nothing of whose it is. */
        @Override
        public String toString() {
            return "DeclarationCorrected[line " + at.line() + "]";
        }
    }
}
