package cutscore.server.line;

/**
 * The files of a proposal, as they can be downloaded. With the roster they are all that {@code
 * cutscore line determine} needs to give the same dossier, byte for byte.
 *
 * @param dossier canonical JSON
 * @param pack lets outsiders recompute without the roster
 * @param areasCsv the line areas the pool was taken from
 * @param declaredCsv admission numbers with an approved declaration; for officers only
 */
@SuppressWarnings("ArrayRecordComponent")
public record ProposalFiles(byte[] dossier, byte[] pack, byte[] areasCsv, byte[] declaredCsv) {

    /** Says nothing of what is in them. */
    @Override
    public String toString() {
        return "ProposalFiles[" + dossier.length + " bytes of dossier]";
    }
}
