package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.area.CircularId;

/** Whose line areas the pool spans. All must be in force on the exam's first day. */
public sealed interface AreaScope {

    /** Every line area of the country: the scheme is national. */
    record Nationwide() implements AreaScope {}

    /** Those of one province. */
    record OfProvince(DivisionCode province) implements AreaScope {

        /**
         * @throws IllegalArgumentException when the code is no province's
         */
        public OfProvince {
            if (!province.isProvince()) {
                throw new IllegalArgumentException("not a province: " + province);
            }
        }
    }

    /** Those that one circular in force names. */
    record OfCircular(CircularId circular) implements AreaScope {}

    /** One word for the ledger and the table: {@code nationwide}, 510000, a circular's id. */
    default String word() {
        return switch (this) {
            case Nationwide() -> "nationwide";
            case OfProvince(var province) -> province.value();
            case OfCircular(var circular) -> circular.toString();
        };
    }

    /** The scope that {@link #word()} wrote. */
    static AreaScope read(String word) {
        if (word.equals("nationwide")) {
            return new Nationwide();
        }
        return DivisionCode.isWellFormed(word)
                ? new OfProvince(new DivisionCode(word))
                : new OfCircular(new CircularId(java.util.UUID.fromString(word)));
    }
}
