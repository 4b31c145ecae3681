package cutscore.kernel.id;

/**
 * An administrative division (行政区划): province, prefecture or county level.
 *
 * @param code its code in the current table
 * @param name its official name alone, 道孚县; {@link Divisions#fullName} gives the whole path
 */
public record Division(DivisionCode code, String name) {

    /**
     * @throws IllegalArgumentException when there is no name
     */
    public Division {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a division needs a name: " + code);
        }
    }
}
