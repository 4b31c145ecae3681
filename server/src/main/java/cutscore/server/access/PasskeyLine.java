package cutscore.server.access;

import java.time.Instant;

/**
 * A passkey as its owner sees it.
 *
 * @param id of the credential, base64url
 * @param created business time
 */
record PasskeyLine(String id, String label, Instant created) {}
