package cutscore.server.access;

import cutscore.kernel.id.SessionId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the door asks about an officer's work, to tell looking for work from looking around. The
 * module {@code declaration} answers; it stands downstream.
 */
public interface OfficersCases {

    /** How many of these people have a case that the officer was ever given, or decided. */
    int among(UUID officer, Map<SessionId, Set<String>> people);
}
