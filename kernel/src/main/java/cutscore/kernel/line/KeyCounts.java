package cutscore.kernel.line;

import cutscore.kernel.score.Score;

/**
 * The examinees of one key, inside the pool and outside it: all that a line depends on.
 *
 * @param key 高级, 中级, 初级, the session, or the qualification
 * @param pool examinees who are measured: by lowest mark when one mark is sought for every subject,
 *     else by their marks in each subject
 * @param outside all other examinees, by lowest mark
 */
public record KeyCounts(String key, MarkCounts pool, MarkCounts outside) {

    /**
     * @throws IllegalArgumentException when the people outside are not counted by lowest mark
     */
    public KeyCounts {
        if (outside.dimensions() != 1) {
            throw new IllegalArgumentException("outside: " + outside.dimensions());
        }
    }

    static KeyCounts none(String key, int dimensions) {
        return new KeyCounts(key, new MarkCounts(dimensions), new MarkCounts(1));
    }

    /** Everybody examined, the pool included. */
    public long examinees() {
        return Math.addExact(pool.people(), outside.people());
    }

    /** Examinees who meet the national line, the pool included. */
    public long nationalPassed(Score national) {
        return pool.reaching(national) + outside.reaching(national);
    }
}
