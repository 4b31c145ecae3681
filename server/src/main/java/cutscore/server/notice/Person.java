package cutscore.server.notice;

/**
 * Somebody who may be told.
 *
 * @param person the roster's keyed digest
 * @param generation of the private feed's address
 * @param stopped whether they want no more messages
 */
record Person(String person, int generation, boolean stopped) {}
