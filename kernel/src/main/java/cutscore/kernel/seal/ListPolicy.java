package cutscore.kernel.seal;

/** Whether later changes of an area list count. No rule says so, so it is a recorded choice. */
public enum ListPolicy {
    /** The list in force when the line was published; the default. */
    WHEN_LINE_PUBLISHED("when-line-published"),
    /** The list in force on the day asked. */
    ON_DAY_ASKED("on-day-asked");

    private final String word;

    ListPolicy(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static ListPolicy read(String word) {
        for (var policy : values()) {
            if (policy.word.equals(word)) {
                return policy;
            }
        }
        throw new JsonFault("unknown policy: " + word);
    }
}
