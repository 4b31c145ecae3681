package cutscore.server.declaration.eligibility;

import cutscore.kernel.rule.Clause;

/** The documents the rules stand on, as they are cited. */
final class Clauses {
    private static final String NOTICE = "单独划线证书申领通知";
    private static final String ORDER_31 = "人力资源和社会保障部令第31号";
    private static final String NAMES = "民委发〔2016〕33号";

    private Clauses() {}

    static Clause notice(String place) {
        return Clause.of(NOTICE, place);
    }

    static Clause order31(String article) {
        return Clause.of(ORDER_31, article);
    }

    static Clause names() {
        return Clause.of(NAMES, "");
    }
}
