package cutscore.kernel.line;

import cutscore.kernel.score.Score;

/**
 * The examinees of one key, inside the pool and outside it: all that a line depends on.
 *
 * @param key 高级, 中级, 初级, the session, or the qualification
 * @param pool examinees who are measured
 * @param outside all other examinees
 */
public record KeyCounts(String key, LowestMarks pool, LowestMarks outside) {

    static KeyCounts none(String key) {
        return new KeyCounts(key, new LowestMarks(), new LowestMarks());
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
