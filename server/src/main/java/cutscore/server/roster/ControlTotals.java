package cutscore.server.roster;

/**
 * What the second person counts and types, independent of our reading: so many rows, so many half
 * points over all marks.
 *
 * @param rows examinees
 * @param halfPoints sum of all marks in half points; absent and voided subjects count nothing
 */
public record ControlTotals(long rows, long halfPoints) {}
