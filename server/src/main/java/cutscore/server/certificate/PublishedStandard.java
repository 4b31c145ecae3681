package cutscore.server.certificate;

import cutscore.kernel.score.Score;
import java.util.Optional;

/**
 * What was published for a key.
 *
 * @param key 高级, the session, or the qualification
 * @param mark the separate line of every subject; empty when the national line stands
 */
record PublishedStandard(String key, Optional<Score> mark) {}
