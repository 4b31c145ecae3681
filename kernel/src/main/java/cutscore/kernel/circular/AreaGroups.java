package cutscore.kernel.circular;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Groups of areas that name no single place: 南疆四地州, 全区所有县区, 四省涉藏州县. */
final class AreaGroups {
    private static final List<String> SOUTH_XINJIANG =
            List.of("652900", "653000", "653100", "653200");
    private static final Pattern WHOLE_PROVINCE =
            Pattern.compile(
                    ".*(?:全区|全省|全境|全域|自治区|我区|我省|全市|我市|省|直辖市).{0,10}(?:所有|全部|各|均|所辖|全境|全域|县|市|区|地).*");

    /** 西藏自治区、四省涉藏州县、临夏州: there the ground's words are an item, not the list's label. */
    private static final Pattern ITEM =
            Pattern.compile(
                    "(?<=[、,和及与])[^、,:()县市区州旗等个共和及与]{0,12}"
                        + "(?:涉藏(?:州县|县|地区)|重点帮扶[县旗](?:[市区])?|(?:南疆|新疆)四地州)(?:县)?(?=\\(|$|[、,和及与])");

    private final @Nullable DivisionCode province;
    private final Function<DivisionCode, List<Division>> counties;

    AreaGroups(@Nullable DivisionCode province, Function<DivisionCode, List<Division>> counties) {
        this.province = province;
        this.counties = counties;
    }

    /** The groups that are items of a list. */
    static List<String> items(String segment) {
        var out = new ArrayList<String>();
        ITEM.matcher(segment).results().forEach(m -> out.add(m.group()));
        return out;
    }

    /** The ground that the segment's label names; a group that is an item of the list is none. */
    static Optional<String> label(String segment) {
        return Grounds.of(ITEM.matcher(segment).replaceAll(""));
    }

    static boolean namesAGroup(String said) {
        return said.contains("南疆四地州") || AreaWords.WHOLE.matcher(said).find();
    }

    /** What 南疆四地州 or words for the whole province stand for in a segment without other names. */
    Set<DivisionCode> alone(String segment) {
        var out = south(segment);
        if (out.isEmpty()
                && province != null
                && !AreaWords.ABOUT_OTHERS.matcher(segment).find()
                && AreaWords.WHOLE.matcher(segment).find()
                && WHOLE_PROVINCE.matcher(segment).matches()) {
            counties.apply(province).forEach(c -> out.add(c.code()));
        }
        return out;
    }

    /** The four prefectures of the south of Xinjiang, where the segment names them as one. */
    Set<DivisionCode> south(String segment) {
        var out = new LinkedHashSet<DivisionCode>();
        boolean here = province == null || province.value().startsWith("65");
        if (here && (segment.contains("南疆四地州") || segment.contains("新疆四地州"))) {
            SOUTH_XINJIANG.stream()
                    .map(DivisionCode::new)
                    .forEach(p -> counties.apply(p).forEach(c -> out.add(c.code())));
        }
        return out;
    }
}
