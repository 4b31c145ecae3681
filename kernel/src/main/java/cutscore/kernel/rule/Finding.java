package cutscore.kernel.rule;

import cutscore.kernel.Words;

/**
 * What one rule found, with its clause and a sentence for the person it concerns.
 *
 * @param met whether the rule is met
 * @param code stable name for machines, {@code REGISTERED_OUTSIDE_LINE_AREAS}
 * @param clause where the rule is written
 * @param why the reason in both languages
 */
public record Finding(boolean met, String code, Clause clause, Words why) {

    public static Finding met(String code, Clause clause, Words why) {
        return new Finding(true, code, clause, why);
    }

    public static Finding notMet(String code, Clause clause, Words why) {
        return new Finding(false, code, clause, why);
    }
}
