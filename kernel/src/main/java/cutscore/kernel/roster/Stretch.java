package cutscore.kernel.roster;

/**
 * What a stretch of whole lines of a roster came to.
 *
 * @param findings with lines counted from the stretch's first as 1
 * @param lines how many line ends it has
 * @param rows how many examinees, bad rows included
 */
record Stretch(Findings findings, long lines, long rows) {}
