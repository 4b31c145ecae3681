package cutscore.server.certificate.web;

import cutscore.kernel.score.Score;
import java.util.Optional;

/**
 * One subject's marks on a line from nothing to the full mark, drawn on the server. Marks are in
 * half points, the drawing in whole units.
 *
 * @param mine empty when the subject was not sat or is void
 * @param separate empty where the national line stands, or none is published yet
 * @param full the highest mark there is
 */
record NumberLine(Optional<Score> mine, Optional<Score> separate, Score national, Score full) {
    static final int WIDTH = 344;
    static final int HEIGHT = 84;
    static final int AXIS = 42;
    private static final int EDGE = 12;
    private static final int LABEL = 36;

    /** Where a mark stands; what exceeds the full mark stands at the end. */
    int x(Score mark) {
        int top = Math.max(1, full.halfPoints());
        int half = Math.min(mark.halfPoints(), top);
        return EDGE + half * (WIDTH - 2 * EDGE) / top;
    }

    int start() {
        return EDGE;
    }

    int end() {
        return WIDTH - EDGE;
    }

    /** The middle of the label over one's own mark, so that it stays inside the drawing. */
    int label(Score mark) {
        return Math.max(LABEL, Math.min(WIDTH - LABEL, x(mark)));
    }
}
