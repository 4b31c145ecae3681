package cutscore.server.access;

import cutscore.kernel.Words;
import java.util.List;
import java.util.UUID;

/**
 * Something about an examinee's account changed, and its owner is to be told. Published inside the
 * transaction that changes it.
 *
 * @param accountId the examinee's account
 * @param tell the contacts that it had before the change and has after it: whoever takes an account
 *     over cannot keep its owner from being told
 */
public record AccountChanged(UUID accountId, What what, List<Contact> tell) {
    public AccountChanged {
        tell = List.copyOf(tell);
    }

    /** What changed. */
    public enum What {
        REGISTERED("账号已建立", "the account was opened"),
        PASSWORD_CHANGED("口令已修改", "the password was changed"),
        RECOVERY_ASKED(
                "有人凭名册信息申请了新口令，等待期后生效；不是本人请登录取消",
                "somebody asked for a new password with the roster's facts; it counts after a"
                        + " waiting time, sign in to cancel it if it was not you"),
        RECOVERY_ENDED("新口令的申请已取消", "the request for a new password was cancelled"),
        PASSKEY_ADDED("添加了通行密钥", "a passkey was added"),
        PASSKEY_REMOVED("移除了通行密钥", "a passkey was removed"),
        CONTACT_CHANGED("联系方式已修改", "a contact was changed"),
        CONTACT_REMOVED("联系方式已移除", "a contact was removed"),
        IDENTITY_LINKED("连结了外部身份", "an identity from elsewhere was linked"),
        IDENTITY_UNLINKED("解除了外部身份", "an identity from elsewhere was unlinked"),
        NEW_DEVICE("在新设备上登录", "signed in on a new device");

        private final Words words;

        What(String zh, String en) {
            this.words = new Words(zh, en);
        }

        /** One clause for a notice, without anything personal. */
        public Words words() {
            return words;
        }
    }

    /** Without the contacts. */
    @Override
    public String toString() {
        return "AccountChanged[" + accountId + ", " + what + "]";
    }
}
