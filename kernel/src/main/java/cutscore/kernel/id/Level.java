package cutscore.kernel.id;

/**
 * The level (级别) of a qualification, as its exam names it: 高级, 中级, 初级 in 软考, other words in other
 * exams.
 *
 * @param name not blank
 */
public record Level(String name) {
    public static final Level SENIOR = new Level("高级");
    public static final Level MIDDLE = new Level("中级");
    public static final Level JUNIOR = new Level("初级");

    /**
     * @throws IllegalArgumentException when the name is blank
     */
    public Level {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a level needs a name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
