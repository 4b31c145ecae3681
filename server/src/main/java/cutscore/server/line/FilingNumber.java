package cutscore.server.line;

/**
 * The number under which the clearing departments filed a proposal (备案号), as their letter writes
 * it.
 *
 * @param value 2 to 60 characters, without control characters
 */
public record FilingNumber(String value) {

    /**
     * @throws IllegalArgumentException when it is too short, too long or not printable
     */
    public FilingNumber {
        value = value.strip();
        int length = value.codePointCount(0, value.length());
        if (length < 2 || length > 60 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a filing number");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
