package cutscore.kernel.roster;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whether something can be an identity number at all; said without showing it. */
final class IdentityForm {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z()]{5,30}");

    /** What a spreadsheet writes into CSV for a number of more than 11 digits. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+[0-9]+");

    private IdentityForm() {}

    record Refusal(String code, String zh, String en) {}

    static Optional<Refusal> refusal(String number) {
        if (SCIENTIFIC.matcher(number).matches()) {
            return Optional.of(
                    new Refusal(
                            "IDENTITY_ROUNDED",
                            "末位已被 Excel 改为 0，请把该列设为文本后重新填写",
                            "a spreadsheet has rounded this number"));
        }
        return NUMBER.matcher(number).matches()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "IDENTITY_NUMBER",
                                "证件号码缺失或不是 5 至 30 位的字母和数字",
                                "no identity number of 5 to 30 ASCII letters and digits"));
    }
}
