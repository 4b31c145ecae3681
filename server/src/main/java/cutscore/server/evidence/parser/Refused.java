package cutscore.server.evidence.parser;

/** Ends an examination with a verdict. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Verdict verdict;

    Refused(Verdict verdict) {
        super(verdict.name(), null, false, false);
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }
}
