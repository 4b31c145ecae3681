package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import java.time.Instant;
import java.util.Optional;

/**
 * An officer looked at something of an examinee's. The examinee reads the duty and the office; the
 * officer's name stays with the office, which can tell it from the hour.
 *
 * @param province of a provincial officer; empty for the centre
 * @param reason the officer's words, where one had to be given; else empty
 */
public record LookUp(
        What what, Role role, Optional<DivisionCode> province, Instant at, String reason) {

    /** What was looked at. */
    public enum What {
        DECLARATION(new Words("你的申报", "your declaration")),
        EXPLANATION(new Words("你的成绩说明", "the explanation of your marks")),
        EVIDENCE(new Words("你上传的材料", "the evidence you uploaded")),
        CORRECTION(new Words("你的更正申请", "your request for a correction")),
        IDENTITY(new Words("你的完整证件号码", "your whole identity number"));

        private final Words words;

        What(Words words) {
            this.words = words;
        }

        public Words words() {
            return words;
        }
    }

    /** The office, for people. */
    public Words office() {
        return province.map(Divisions.builtIn()::fullName)
                .map(name -> new Words(name + "的省级考试机构", "the provincial exam body of " + name))
                .orElseGet(() -> new Words("国家考试中心", "the national exam centre"));
    }
}
