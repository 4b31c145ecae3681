package cutscore.kernel.explain;

import cutscore.kernel.score.Score;

/** Distances in points, from half points: 1.5, +3, -0.5. */
final class Points {
    private Points() {}

    /** Without its sign. */
    static String of(int halfPoints) {
        return new Score(Math.abs(halfPoints)).toString();
    }

    static String signed(int halfPoints) {
        return (halfPoints < 0 ? "-" : halfPoints > 0 ? "+" : "") + of(halfPoints);
    }
}
