package cutscore.server.notice;

import cutscore.kernel.Words;

/**
 * What is said: no name, no number, no marks, no result.
 *
 * @param path where to look, on our own site
 */
record Text(Words title, Words body, String path) {}
