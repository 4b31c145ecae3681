package cutscore.kernel.rule;

/**
 * One small rule of a decision about one person: one clause, one reason.
 *
 * @param <F> the facts it looks at
 */
public interface Rule<F> {

    /** Where it is written. */
    Clause clause();

    /** What it finds; never throws for facts that can exist. */
    Finding check(F facts);
}
