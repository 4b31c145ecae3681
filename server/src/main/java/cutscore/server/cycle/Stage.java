package cutscore.server.cycle;

import cutscore.kernel.Words;
import java.util.Locale;

/** The stages of a session, in their order; each is timed. */
public enum Stage {
    PEOPLE("工作人员", "officers"),
    CIRCULAR("通知、地区与申报时间", "circular, areas and window"),
    ROSTER("名册", "roster"),
    DECLARATIONS("申报", "declarations"),
    REVIEW("审核", "review"),
    LINE("划线", "line"),
    CLEARANCE("审核备案", "clearance"),
    PUBLICATION("公布", "publication"),
    AWARDS("认定", "awards"),
    CERTIFICATES("证书", "certificates"),
    ANNULMENT("宣布无效", "annulment"),
    VERIFICATION("验证", "verification"),
    LEDGER("存证", "ledger"),
    FILES("写出文件", "files");

    private final Words words;

    Stage(String zh, String en) {
        this.words = new Words(zh, en);
    }

    public Words words() {
        return words;
    }

    /** Its name among the seconds of the summary. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
