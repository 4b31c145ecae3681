package cutscore.server.access;

import cutscore.kernel.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What one administrator proposed to do to an officer's account; another confirms it.
 *
 * @param role which one is withdrawn
 * @param reason for the two of them, not for the ledger
 * @param waits whether it was neither confirmed nor taken back
 */
record AccountStep(
        UUID id,
        UUID officer,
        Kind kind,
        Optional<Role> role,
        String reason,
        UUID proposedBy,
        Instant proposedAt,
        boolean waits) {

    /** What is done, and the kind of the act in the ledger. */
    enum Kind {
        RESET("重置口令", "reset the password", "officer.reset"),
        FORGET_FACTORS("清除第二因素", "forget the second factors", "officer.factors-forgotten"),
        WITHDRAW_ROLE("收回角色", "withdraw a role", "role.withdrawn"),
        CLOSE("停用账号", "close the account", "officer.closed");

        private final Words title;
        private final String act;

        Kind(String zh, String en, String act) {
            this.title = new Words(zh, en);
            this.act = act;
        }

        Words title() {
            return title;
        }

        String act() {
            return act;
        }
    }

    /** What is done, with the role that is withdrawn. */
    Words title() {
        return role.map(
                        one ->
                                new Words(
                                        kind.title().zh() + "：" + one.title().zh(),
                                        kind.title().en() + ": " + one.title().en()))
                .orElse(kind.title());
    }
}
