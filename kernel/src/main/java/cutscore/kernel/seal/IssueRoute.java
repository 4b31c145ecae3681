package cutscore.kernel.seal;

/** How a separate-line certificate is issued; the notice, clause 四(一) and 四(二). */
public enum IssueRoute {
    /** Registered in a line area: printed and issued as every certificate. */
    ORDINARY("ordinary", "按现行证书管理程序印制发放"),
    /** Works in a line area: by the provincial body, by the replacement (补证) procedure. */
    REPLACEMENT("replacement", "按现行证书补证程序办理");

    private final String word;
    private final String chinese;

    IssueRoute(String word, String chinese) {
        this.word = word;
        this.chinese = chinese;
    }

    /** As it stands in JSON. */
    public String word() {
        return word;
    }

    /** As the notice says it. */
    public String chinese() {
        return chinese;
    }
}
