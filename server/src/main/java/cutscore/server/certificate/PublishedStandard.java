package cutscore.server.certificate;

import cutscore.kernel.line.PassingLine;
import java.util.Optional;

/**
 * What was published for a key.
 *
 * @param key 高级, the session, or the qualification
 * @param line the separate line; empty when the national line stands
 */
record PublishedStandard(String key, Optional<PassingLine> line) {}
