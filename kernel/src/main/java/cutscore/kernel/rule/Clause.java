package cutscore.kernel.rule;

/**
 * The place in a circular or a law that a rule stands on.
 *
 * @param source the document, 人社厅发〔2022〕25号
 * @param place the clause in it, 四(一)
 */
public record Clause(String source, String place) {

    public static Clause of(String source, String place) {
        return new Clause(source, place);
    }

    @Override
    public String toString() {
        return place.isEmpty() ? source : source + " " + place;
    }
}
