package cutscore.server.access;

import cutscore.kernel.Words;

/** One person tried to take both steps of an act that takes two people. */
public final class SamePerson extends AccessRefused {
    private static final long serialVersionUID = 1L;

    SamePerson() {
        super(
                new Words(
                        "提出人和确认人必须是两个人，请由另一人确认",
                        "one person proposes and another confirms: ask a colleague to confirm"));
    }
}
