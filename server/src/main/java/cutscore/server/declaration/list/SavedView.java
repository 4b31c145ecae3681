package cutscore.server.declaration.list;

import java.util.UUID;

/**
 * A filter that an officer kept under a name.
 *
 * @param filter what stands behind the question mark
 */
record SavedView(UUID id, String name, String filter) {}
