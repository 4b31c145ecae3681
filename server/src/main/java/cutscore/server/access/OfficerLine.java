package cutscore.server.access;

import cutscore.kernel.Words;
import java.time.Instant;
import java.util.Optional;

/**
 * An officer as the administrators see them.
 *
 * @param waitsForCode whether the owner has yet to set a password
 * @param app whether an authenticator app is enrolled
 * @param passkeys how many are
 * @param lastSignIn on the wall clock
 */
record OfficerLine(
        Officer officer,
        String signInName,
        Optional<Instant> closed,
        boolean waitsForCode,
        boolean app,
        int passkeys,
        Optional<Instant> lastSignIn) {

    boolean isOpen() {
        return closed.isEmpty();
    }

    Words state() {
        if (!isOpen()) {
            return new Words("已停用", "closed");
        }
        return waitsForCode ? new Words("等本人设口令", "password to be set") : new Words("在用", "in use");
    }

    boolean isEnrolled() {
        return app || passkeys > 0;
    }

    Words factors() {
        if (!isEnrolled()) {
            return new Words("未登记", "none");
        }
        String keys = passkeys == 0 ? "" : "通行密钥 " + passkeys;
        String keysEn = passkeys == 0 ? "" : passkeys + " passkey" + (passkeys > 1 ? "s" : "");
        String joint = app && passkeys > 0 ? "、" : "";
        return new Words(
                (app ? "验证器" : "") + joint + keys,
                (app ? "app" : "") + (joint.isEmpty() ? "" : ", ") + keysEn);
    }
}
