package cutscore.server.evidence;

import cutscore.server.access.ExamineeAccount;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose file it is, and for which of that account's sittings.
 *
 * @param account whatever a caller names
 * @param sitting session and admission number; empty where the account stands for one thing alone
 */
public record EvidenceOwner(UUID account, Optional<String> sitting) {

    public static EvidenceOwner of(UUID account) {
        return new EvidenceOwner(account, Optional.empty());
    }

    /** The account with the sitting that is in question. */
    public static EvidenceOwner of(ExamineeAccount who) {
        return new EvidenceOwner(
                who.id(), Optional.of(who.session().value() + "/" + who.admissionNumber()));
    }

    /** Without the admission number, so that no log can hold it. */
    @Override
    public String toString() {
        return "EvidenceOwner[account=" + account + "]";
    }
}
