package cutscore.server.access;

import cutscore.kernel.Words;
import java.util.EnumSet;
import java.util.Set;

/** What a person is here for. Each role is granted on its own; nothing is implied by another. */
public enum Role {
    EXAMINEE("应试人员", "examinee"),
    REVIEWER("省级审核员", "provincial reviewer"),
    REVIEW_LEAD("省级审核负责人", "provincial review lead"),
    ANALYST("考试中心分析员", "centre analyst"),
    PUBLISHER("考试中心公布员", "centre publisher"),
    CLEARING_OFFICER("审核备案人员", "clearing officer"),
    INTEGRITY_OFFICER("诚信处理人员", "integrity officer"),
    AUDITOR("审计员", "auditor"),
    SYSTEM_ADMIN("系统管理员", "system administrator"),
    SECURITY_ADMIN("安全管理员", "security administrator"),
    AUDIT_ADMIN("审计管理员", "audit administrator");

    /** 三员: nobody holds two of these. */
    public static final Set<Role> ADMINISTRATORS =
            Set.copyOf(EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN));

    private final String zh;
    private final String en;

    Role(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The role's name for people. */
    public Words title() {
        return new Words(zh, en);
    }

    /** Whether the role only means something within one province. */
    public boolean isProvincial() {
        return this == REVIEWER || this == REVIEW_LEAD;
    }
}
