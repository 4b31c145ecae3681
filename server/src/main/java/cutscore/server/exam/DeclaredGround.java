package cutscore.server.exam;

import cutscore.kernel.Words;

/**
 * On which ground a person says to belong to a line area, and by which route a certificate goes.
 */
public enum DeclaredGround {
    /** 报名地在单独划线地区. */
    REGISTERED(Route.ORDINARY, new Words("报名地在单独划线地区", "registered for the exam in a line area")),
    /** 户籍在单独划线地区, where a province's circular names it. */
    HOUSEHOLD(Route.ORDINARY, new Words("户籍在单独划线地区", "household register in a line area")),
    /** 到单独划线地区工作. */
    WORKS(Route.REPLACEMENT, new Words("到单独划线地区工作", "works in a line area"));

    /** How the certificate is issued (notice 四). */
    public enum Route {
        /** 按现行证书管理程序印制发放, notice 四(一). */
        ORDINARY,
        /** 按现行证书补证程序办理 by the area's provincial body, notice 四(二). */
        REPLACEMENT
    }

    private final Route route;
    private final Words words;

    DeclaredGround(Route route, Words words) {
        this.route = route;
        this.words = words;
    }

    public Route route() {
        return route;
    }

    public Words words() {
        return words;
    }
}
