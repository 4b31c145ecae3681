package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody typed to say who they are. Nothing of it reaches a log, an address or an exception.
 *
 * @param session {@code 2023-1}
 */
record RosterFacts(String session, String admissionNumber, String identity, String name) {

    RosterFacts {
        admissionNumber = admissionNumber.strip();
        identity = identity.strip();
        name = name.strip();
    }

    static RosterFacts none() {
        return new RosterFacts("", "", "", "");
    }

    /** Only the form of what was typed, never whether it is so. */
    List<Fault> faults(List<SessionId> sessions) {
        var faults = new ArrayList<Fault>();
        if (sessions.stream().noneMatch(known -> known.toString().equals(session))) {
            faults.add(
                    fault("EXAM_SESSION", "还没有选考试", "no exam is chosen", "从列表里选一次", "choose one"));
        }
        if (admissionNumber.isEmpty() || admissionNumber.length() > 32) {
            faults.add(
                    fault(
                            "ADMISSION_NUMBER",
                            "准考证号没有填，或太长",
                            "the admission number is missing or too long",
                            "照准考证填写，最多 32 个字符",
                            "copy it from the admission card, 32 characters at most"));
        }
        if (identity.isEmpty() || identity.length() > 40) {
            faults.add(
                    fault(
                            "IDENTITY_NUMBER",
                            "证件号码没有填，或太长",
                            "the identity number is missing or too long",
                            "照报名时用的证件填写",
                            "copy it from the document you registered with"));
        }
        if (name.isEmpty() || name.length() > 100) {
            faults.add(
                    fault(
                            "NAME",
                            "姓名没有填，或太长",
                            "the name is missing or too long",
                            "照报名时的写法填写，间隔号可以不分写法",
                            "as it was when you registered; any middle dot will do"));
        }
        return faults;
    }

    /** The one answer when they do not fit, or there is an account already. */
    static Fault refused() {
        return fault(
                "NOT_OPENED",
                "用这些内容不能建立账号：可能输错了一项，也可能已经建过账号",
                "no account can be opened with this: something may be mistyped, or there is an"
                        + " account already",
                "核对考试、准考证号、证件号码和姓名；建过账号的，请登录，或用“忘记口令”",
                "check exam, number, identity number and name; with an account, sign in, or use"
                        + " “forgotten password”");
    }

    Sitting sitting() {
        return new Sitting(new SessionId(session), admissionNumber, "");
    }

    static Fault fault(String code, String zh, String en, String mendZh, String mendEn) {
        return Fault.of(code, new Words(zh, en), new Words(mendZh, mendEn));
    }

    /** Tells nothing of it. */
    @Override
    public String toString() {
        return "RosterFacts[]";
    }
}
