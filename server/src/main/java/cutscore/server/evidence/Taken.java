package cutscore.server.evidence;

/** What became of a file that arrived whole. */
public sealed interface Taken {

    /** It was examined, made anew and is kept. */
    record Stored(EvidenceFile file) implements Taken {}

    /** It was not taken; nothing of it is kept. */
    record Refused(EvidenceRefusal why) implements Taken {}
}
