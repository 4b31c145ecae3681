package cutscore.server.area;

/**
 * One county, prefecture or province that a search found.
 *
 * @param how why it was found
 * @param fullName 四川省甘孜藏族自治州道孚县
 * @param answer whether it is a line area today
 */
public record AreaHit(Match how, String fullName, AreaAnswer answer) {

    /** Why a division was found, best first. */
    public enum Match {
        /** By its code. */
        CODE,
        /** By a code that was official once. */
        FORMER_CODE,
        /** By its name, a short or a former one. */
        NAME,
        /** By a spelling that a circular used and two officers resolved. */
        ALIAS,
        /** By pinyin without tones, whole or begun, or by its initials. */
        PINYIN,
        /** By a part of its name. */
        PART,
        /** Nothing goes by that name; this one is a character away. */
        SUGGESTION
    }
}
