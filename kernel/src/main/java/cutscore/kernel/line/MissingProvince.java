package cutscore.kernel.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;

/**
 * A province with line areas whose declarations were not in when the inputs were sealed, named so
 * for everybody to read.
 *
 * @param province its code
 * @param why 2 to {@value #LONGEST} characters, without control characters; nothing personal
 */
public record MissingProvince(DivisionCode province, String why) {
    public static final int LONGEST = 200;

    /**
     * @throws IllegalArgumentException when the code is no province's, or {@link #isReason} is not
     */
    public MissingProvince {
        if (!province.isProvince() || !isReason(why)) {
            throw new IllegalArgumentException("no province that is missing: " + province);
        }
    }

    /** Whether the text may stand as the reason. */
    public static boolean isReason(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= 2
                && length <= LONGEST
                && text.equals(text.strip())
                && text.chars().noneMatch(Character::isISOControl);
    }

    Json.Obj toJson() {
        return Json.object().put("province", province.value()).put("why", why).build();
    }

    /**
     * @throws JsonFault when it has another shape
     */
    static MissingProvince fromJson(Json.Obj json) {
        String code = json.text("province");
        String why = json.text("why");
        if (!DivisionCode.isWellFormed(code)
                || !new DivisionCode(code).isProvince()
                || !isReason(why)) {
            throw new JsonFault("no province that is missing: missing");
        }
        return new MissingProvince(new DivisionCode(code), why);
    }
}
