package cutscore.kernel.roster;

import cutscore.kernel.Words;
import cutscore.kernel.id.ResidentNumber;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether something can be an identity number at all; said without showing it. */
final class IdentityForm {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z()]{5,30}");

    /** What a spreadsheet writes into CSV for a number of more than 11 digits. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+[0-9]+");

    private static final Words AS_TEXT =
            new Words(
                    "按文本格式填写完整号码，不要用科学计数法",
                    "give the whole number as text, not in scientific notation");
    private static final Words COMPARE =
            new Words(
                    "对照证件或报名表改正这一栏；确实不是居民身份证的，在证件类型写明是哪一种",
                    "compare it with the card or the registration and correct it; if it is another"
                            + " document, name that as its type");

    private IdentityForm() {}

    record Refusal(String code, Words what, Words mend) {}

    /**
     * @param document the type of document, as the row names it; may be blank
     * @param on the exam's first day
     */
    static Optional<Refusal> refusal(String document, String number, LocalDate on) {
        if (SCIENTIFIC.matcher(number).matches()) {
            return Optional.of(
                    new Refusal(
                            "IDENTITY_ROUNDED",
                            new Words(
                                    "末位已被 Excel 改为 0，请把该列设为文本后重新填写",
                                    "a spreadsheet has rounded this number"),
                            AS_TEXT));
        }
        if (!NUMBER.matcher(number).matches()) {
            return Optional.of(
                    new Refusal(
                            "IDENTITY_NUMBER",
                            new Words(
                                    "证件号码缺失或不是 5 至 30 位的字母和数字",
                                    "no identity number of 5 to 30 ASCII letters and digits"),
                            AS_TEXT));
        }
        return document.equals(ResidentNumber.DOCUMENT)
                ? ResidentNumber.flaw(number, on).map(IdentityForm::flawed)
                : Optional.empty();
    }

    private static Refusal flawed(ResidentNumber.Flaw flaw) {
        return switch (flaw) {
            case FORM ->
                    new Refusal(
                            "IDENTITY_LENGTH",
                            new Words(
                                    "居民身份证号码不是 18 位（或旧的 15 位）",
                                    "a resident identity number has 18 characters, or the 15 of"
                                            + " old"),
                            COMPARE);
            case BIRTH ->
                    new Refusal(
                            "IDENTITY_BIRTH",
                            new Words(
                                    "身份证号码里的出生日期不是有效的日期",
                                    "the date of birth in this identity number is no day"),
                            COMPARE);
            case CHECK ->
                    new Refusal(
                            "IDENTITY_CHECK",
                            new Words(
                                    "身份证号码的校验码不对：有一位错了，或者相邻两位颠倒了",
                                    "the check character of this identity number does not fit: one"
                                            + " character is wrong, or two are swapped"),
                            COMPARE);
        };
    }
}
