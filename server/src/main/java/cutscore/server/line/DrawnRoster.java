package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.rule.LineRule;
import java.util.Set;

/**
 * A roster drawn at random, with everything a line is determined from.
 *
 * @param number its place in the campaign; with the campaign's seed it is drawn again alone
 * @param rule by which the line is determined
 * @param table the exam's qualifications
 * @param csv the roster's file
 * @param areas line areas
 * @param declared admission numbers with an approved declaration, some of nobody
 */
record DrawnRoster(
        long number,
        LineRule rule,
        Qualifications table,
        String csv,
        Set<DivisionCode> areas,
        Set<String> declared) {}
