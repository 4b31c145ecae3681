package cutscore.server.integrity;

import cutscore.kernel.id.CertificateNumber;
import java.time.LocalDate;

/**
 * What a decision letter (处理决定书) says that matters here.
 *
 * @param number the letter's own number, 2 to 60 characters
 * @param certificate which certificate it declares void
 * @param article which article of Order 31 it rests on
 * @param ground the category that may be made public
 * @param decidedOn the day of the decision, in Beijing
 */
public record DecisionLetter(
        String number,
        CertificateNumber certificate,
        Article article,
        Ground ground,
        LocalDate decidedOn) {

    /** The articles by which a certificate becomes void. */
    public enum Article {
        /** Got by false documents or other improper means: declared void by its issuer. */
        ARTICLE_10("第十条", "article 10"),
        /** Serious violation: all subjects of the session void. */
        ARTICLE_7("第七条", "article 7"),
        /** Especially serious violation. */
        ARTICLE_8("第八条", "article 8");

        private final String zh;
        private final String en;

        Article(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The whole citation in Chinese. */
        public String basis() {
            return "人力资源和社会保障部令第31号" + zh;
        }

        public String english() {
            return "MOHRSS Order 31, " + en;
        }
    }

    /** Why, in words that name nobody's circumstances. */
    public enum Ground {
        FALSE_EVIDENCE("提供虚假证明材料", "false evidence was submitted"),
        FALSE_STATEMENT("提供虚假信息", "false statements were made"),
        OTHER_IMPROPER_MEANS("以其他不正当手段取得", "it was got by other improper means"),
        EXAM_VIOLATION("考试违纪违规", "violation in the exam");

        private final String zh;
        private final String en;

        Ground(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String chinese() {
            return zh;
        }

        public String english() {
            return en;
        }
    }

    /**
     * @throws IllegalArgumentException when the number is too short, too long or not printable
     */
    public DecisionLetter {
        number = number.strip();
        int length = number.codePointCount(0, number.length());
        if (length < 2 || length > 60 || number.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a decision number");
        }
    }
}
