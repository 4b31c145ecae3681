package cutscore.server.access;

import cutscore.kernel.Words;
import java.util.List;

/** The invented officers of a demonstration and what each may see. */
final class DemoCast {
    private DemoCast() {}

    /**
     * One of them.
     *
     * @param name marked as invented
     */
    record Part(Role role, String signInName, String name) {}

    static final Part OTHER_PROVINCE = new Part(Role.REVIEWER, "reviewer-elsewhere", "审核员丙（虚构）");

    static final List<Part> PARTS =
            List.of(
                    new Part(Role.REVIEWER, "reviewer", "审核员甲（虚构）"),
                    new Part(Role.REVIEWER, "reviewer-2", "审核员乙（虚构）"),
                    new Part(Role.REVIEW_LEAD, "lead", "审核负责人甲（虚构）"),
                    new Part(Role.REVIEW_LEAD, "lead-2", "审核负责人乙（虚构）"),
                    new Part(Role.ANALYST, "analyst", "分析员甲（虚构）"),
                    new Part(Role.ANALYST, "analyst-2", "分析员乙（虚构）"),
                    new Part(Role.PUBLISHER, "publisher", "公布员甲（虚构）"),
                    new Part(Role.PUBLISHER, "publisher-2", "公布员乙（虚构）"),
                    new Part(Role.CLEARING_OFFICER, "clearing", "备案员甲（虚构）"),
                    new Part(Role.CLEARING_OFFICER, "clearing-2", "备案员乙（虚构）"),
                    new Part(Role.INTEGRITY_OFFICER, "integrity", "诚信员甲（虚构）"),
                    new Part(Role.INTEGRITY_OFFICER, "integrity-2", "诚信员乙（虚构）"),
                    new Part(Role.AUDITOR, "auditor", "审计员甲（虚构）"),
                    new Part(Role.AUDIT_ADMIN, "audit-admin", "审计管理员（虚构）"));

    static final Words SEES_NOTHING_OF_OTHERS =
            new Words(
                    "另一个省的审核员：看不到本省的任何申报",
                    "a reviewer of another province: sees none of these declarations");

    static Words sees(Role role) {
        return switch (role) {
            case EXAMINEE ->
                    new Words("自己的申报、结果和证书", "their own declaration, result and certificate");
            case REVIEWER ->
                    new Words(
                            "本省的申报：逐件查看、通过、退回补正、不予通过",
                            "declarations of the province: look, approve, return, reject");
            case REVIEW_LEAD ->
                    new Words(
                            "本省的通知和窗口：录入、确认，另一人同意后生效",
                            "circulars and windows of the province: enter, confirm, agree");
            case ANALYST ->
                    new Words(
                            "封存数据、试算、提出标准线；另一人核对、盲算后同意",
                            "snapshots, what-ifs, proposals; another counts, computes blind,"
                                    + " approves");
            case CLEARING_OFFICER ->
                    new Words(
                            "待备案的方案：看卷宗，登记备案号",
                            "proposals that wait for clearance: read, file with a number");
            case PUBLISHER ->
                    new Words("已备案的标准线：提出公布，另一人确认", "cleared lines: propose publication, confirm");
            case INTEGRITY_OFFICER ->
                    new Words("按处理决定宣布证书无效，另一人确认", "annul a certificate by a decision, confirm");
            case AUDITOR ->
                    new Words(
                            "存证里的每一件事：种类、时间、序号，没有个人信息",
                            "every act in the ledger: kind, time, index; nothing personal");
            case SYSTEM_ADMIN ->
                    new Words("工作人员账号：开户，提出角色", "officers' accounts: open one, propose a role");
            case SECURITY_ADMIN ->
                    new Words(
                            "等待确认的角色：另一名管理员提出的才能确认",
                            "roles that wait: confirms what another administrator proposed");
            case AUDIT_ADMIN ->
                    new Words("登录和授权的经过，没有姓名和号码", "sign-ins and grants, without names or numbers");
        };
    }
}
