package cutscore.kernel.circular;

import java.util.regex.Pattern;

/** The words by which a clause on areas is known, and the words in it that are no names. */
final class AreaWords {
    static final Pattern HEADING =
            Pattern.compile(
                    ".*(?:(?:单独)?划线|划定|适用|实施|政策|纳入|帮扶|涉藏|申报|[申补]领|领取|受理|发证|覆盖|执行|涉及|所在|相关|有关).{0,12}(?:地区|范围|区域|县|名单|地域|州|旗).*"
                        + "|.*(?:哪些|什么)(?:地区|区域|县|地方).*|^(?:哪些|什么|具体|所涉)?(?:地区|区域|地域|适用|实施|政策|县区|区县|旗县)?(?:范围|名单|区域|地区|地域)$|.*(?:地区|区域|县(?:市)?区?)(?:范围|名单|一览表|列表).*");
    static final Pattern NOT_HEADING =
            Pattern.compile(
                    "合格标准|证书|效力|有效|成绩|发放|人员|户籍|工作|提供|报名|参考|考生|符合|对象|条件|时间|分数|流程|程序|材料|通过率|职业资格.{0,4}考试$|处理");
    static final Pattern CUE =
            Pattern.compile(
                    "(?:单独)?划线(?:的)?(?:地区|范围|区域|县|旗|名单)[^。;]{0,24}?(?:包括|包含|含|为|是|有|指|如下|分别|:)"
                        + "|重点帮扶[县旗市区][^。;]{0,12}?(?:包括|为|是|有|指|\\(|:)"
                        + "|涉藏(?:州县|县|地区)[^。;]{0,12}?(?:包括|为|是|有|指|\\(|:)|南疆四地州[^。;]{0,8}(?:包括|为|是|\\(|:)");
    static final Pattern ELSEWHERE =
            Pattern.compile(
                    "电话|地址|邮编|邮政编码|咨询|考点|路\\s*\\d+\\s*号|街\\s*\\d+\\s*号|\\d+\\s*号楼|网址|窗口|领取|现场提交|邮寄|传真|考试机构联系");
    static final Pattern LIST_WORDS =
            Pattern.compile("划线|帮扶|涉藏|南疆|包括|包含|所辖|下辖|全部|所有|以下|如下|分别|为|是|:|共|及|和|除|外|含|各");

    /** A piece that ends like a name but says something general. */
    static final Pattern GENERAL =
            Pattern.compile(
                    ".*(?:划线|重点|帮扶|涉藏|全部|所有|上述|以上|以下|民族(?!自治)|贫困|名单|范围|(?:^|[辖内属的州市区盟])各|我省|我区|我市|本省"
                        + "|全省|全区|全市|全州|全县|所辖|下辖|符合|相关|有关|国家|乡村|振兴|其他|其余|单独|政策|区划|名称"
                        + "|部分|南疆|四省|三区|序号|备注|开发区|考区).*"
                        + "|[各全本该等]?(?:州县|县区|市区|县市|市县|地州|区县|州市|市州|旗县|地区|县级)|[各全本该等州市区盟旗城]?(?:县|市|区|州|旗|盟)");

    static final Pattern CONNECTIVES =
            Pattern.compile(
                    "以及|包括|包含|分别|其中|所辖|下辖|辖区|辖内|境内|区域|范围|全部|所有|以下|如下|位于|属于|我省|我区|我市|本省|本市|等地|共计|合计|[和及与或为是即有含等的中在共将]");
    static final Pattern COUNT =
            Pattern.compile(
                    "(?:\\d+|[一二三四五六七八九十两]+)个?(?:自治[州县旗]|县级市|地级市|地州|州市|市州|县市|县区|区县|市县|州|县|市|区|旗|盟|地区|县级|单位|个)*(?:\\([^()]*\\))?");
    static final Pattern WHOLE =
            Pattern.compile("(?:全区|全境|全省|全域|全自治区|全州|全市)|(?:所有|全部|各|所辖)[^。;,、]{0,8}(?:县|市|区|旗)");

    /** A sentence on certificates or people that only mentions the areas. */
    static final Pattern ABOUT_OTHERS = Pattern.compile("证书|有效|合格标准|分数|人员|考生|申报时|申领时|登录|上传|通过率");

    /** A sentence that says what is no area. */
    static final Pattern DENIES =
            Pattern.compile(
                    "不在[^。;,]{0,12}(?:范围|名单|之列|之内|内)|不属于|不列入|不纳入|未列入|未纳入|不作为"
                            + "|不(?:再)?(?:设|实行|执行|适用|享受|是|划定|单独)(?!区)|没有纳入|均?无单独划线");

    /** 其他县不在范围内, 永登县以外不设: a denial of all but those named, which is no statement on those. */
    static final Pattern ALL_BUT = Pattern.compile("以外|之外|除外|其他|其它|其余|除(?!了)");

    /** 同心县、海原县为我区单独划线地区: the names stand before the cue. */
    static final Pattern CUE_AFTER =
            Pattern.compile(
                    "(?:为|是|属于|属|列为|列入|纳入|划为|确定为)[^。;,]{0,12}(?:单独)?划线(?:地区|范围|区域|县|区县|旗县)");

    /** Brackets about something else inside of a list: 太白县(考点设在金台区). */
    static final Pattern ASIDE =
            Pattern.compile("\\([^()]*(?:考点|考场|电话|地址|咨询|路\\s*\\d+\\s*号)[^()]*\\)");

    static final Pattern ABOVE = Pattern.compile("^(?:以上|上述)[^。,;]{0,12}(?:为|是|属于?)[^。,;]{0,12}划线");
    static final Pattern CORRECTS = Pattern.compile("误写|误为|更正|订正|勘误|应为");

    /** Bodies without a county code: the corps' divisions. */
    static final Pattern CORPS =
            Pattern.compile("第[一二三四五六七八九十\\d]{1,3}师(?![^、,;。]{2,6}市)|兵团[^。;]{0,12}(?:师|团场)|团场");

    private AreaWords() {}

    static boolean isHeading(String words) {
        return HEADING.matcher(words).matches() && !NOT_HEADING.matcher(words).find();
    }

    /** A piece between names without its connectives and counts. */
    static String bare(String piece) {
        return CONNECTIVES.matcher(COUNT.matcher(piece).replaceAll("")).replaceAll("").strip();
    }

    /** What may be a name at the end of a piece: after the last word that introduces a list. */
    static String lastName(String piece) {
        String[] parts = piece.split("以及|包括|包含|分别|其中|所辖|下辖|境内|[为是即和及与含有的]");
        return parts.length == 0 ? "" : parts[parts.length - 1].strip();
    }

    static boolean endsLikeAName(String piece) {
        return piece.length() >= 2
                && piece.length() <= 14
                && piece.matches(".*(?:县|市|区|州|旗|盟|地区|[\\p{IsHan}]{2}行委|行政委员会)$")
                && !GENERAL.matcher(piece).matches()
                && !isHeading(piece);
    }
}
