package cutscore.kernel.circular;

import cutscore.kernel.id.DivisionCode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** On which ground of 人社厅发〔2022〕25号 a list stands, by its label or by the place it names. */
final class Grounds {
    private static final Pattern OWN_LIST =
            Pattern.compile(
                    "(?:省|自治区|市)(?:级|定)?(?:乡村振兴)?(?:重点帮扶[县旗市区]|贫困[县旗])|(?<!国家)(?:原)?(?:深度)?贫困县|三区三州");
    private static final Pattern KEY = Pattern.compile("重点帮扶[县旗市区]|重点县");
    private static final Pattern TIBETAN = Pattern.compile("涉藏|藏区");
    private static final Pattern SOUTH = Pattern.compile("南疆|新疆四地州");
    private static final Set<String> SOUTHERN = Set.of("652900", "653000", "653100", "653200");
    private static final Set<String> LESHAN = Set.of("511132", "511133", "511113");

    private Grounds() {}

    /** The ground that the words before or around a list name; empty when they name none. */
    static Optional<String> of(String words) {
        var own = OWN_LIST.matcher(words);
        if (own.find() && !words.contains("国家")) {
            return Optional.of(own.group());
        }
        if (KEY.matcher(words).find()) {
            return Optional.of("KEY_COUNTY");
        }
        if (TIBETAN.matcher(words).find()) {
            return Optional.of("TIBETAN_COUNTIES");
        }
        return SOUTH.matcher(words).find() ? Optional.of("SOUTH_XINJIANG") : Optional.empty();
    }

    /** The ground that lies in the place itself, for a list without a label. */
    static Optional<String> of(DivisionCode place) {
        String code = place.value();
        if (code.startsWith("54")) {
            return Optional.of("TIBET");
        }
        if (SOUTHERN.contains(place.prefecture().value())) {
            return Optional.of("SOUTH_XINJIANG");
        }
        if (code.startsWith("6229")) {
            return Optional.of("LINXIA");
        }
        if (code.startsWith("5134") || LESHAN.contains(code)) {
            return Optional.of("LIANGSHAN_LESHAN");
        }
        boolean tibetan = code.matches("(?:5132|5133|5334|6230|632[2-8])\\d{2}|620623");
        return tibetan ? Optional.of("TIBETAN_COUNTIES") : Optional.empty();
    }
}
