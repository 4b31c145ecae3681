package cutscore.server.declaration.eligibility;

import cutscore.kernel.rule.Clause;
import cutscore.server.roster.RosterEntry;
import java.util.regex.Pattern;

/**
 * The name has no character that looks like another one: a dot that is not U+00B7, a compatibility
 * form, a private one, or one that cannot be seen. Such a name is right as it is, and easily taken
 * for another on a paper.
 */
record NameReadsOneWay() implements EligibilityRule {
    /** 圆点的别种写法, compatibility ideographs and radicals, private use, invisible, full width. */
    private static final Pattern LOOK_ALIKE =
            Pattern.compile(
                    "[•・‧．∙⋅･\\u2E80-\\u2FDF\\uF900-\\uFAFF\\uE000-\\uF8FF\\p{Cf}\\uFF01-\\uFF5E"
                            + "\\x{2F800}-\\x{2FA1F}]");

    @Override
    public Clause clause() {
        return Clauses.names();
    }

    @Override
    public Hint check(CaseFacts facts) {
        var name = facts.entry().map(RosterEntry::name).orElse("");
        return LOOK_ALIKE.matcher(name).find()
                ? hint(
                        Weight.DOUBT,
                        "姓名里有形近字符（圆点、兼容字、全角或看不见的字符），请与材料逐字核对",
                        "the name has look-alike characters: compare it with the papers one by one")
                : hint(Weight.OK, "姓名没有形近字符", "the name has no look-alike characters");
    }
}
