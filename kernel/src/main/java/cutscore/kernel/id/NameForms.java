package cutscore.kernel.id;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The forms in which an official name is written: 峨边彝族自治县, 峨边县, 峨边. */
final class NameForms {
    private static final List<String> SUFFIXES =
            List.of(
                    "维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区",
                    "特区", "省", "盟", "州", "市", "县", "区", "旗");

    private static final List<String> NATIONALITIES = nationalities();

    private NameForms() {}

    /** What the name is without its suffix and without the nationalities of an autonomous unit. */
    static String stem(String name) {
        String suffix = suffix(name);
        String stem = name.substring(0, name.length() - suffix.length());
        return suffix.startsWith("自治") ? withoutNationalities(stem) : stem;
    }

    static String suffix(String name) {
        return SUFFIXES.stream()
                .filter(s -> name.endsWith(s) && name.length() > s.length())
                .findFirst()
                .orElse("");
    }

    /** The short forms that still say what kind of unit it is: 阿坝州, 峨边县, 鄂温克旗. */
    static Set<String> shortForms(String name) {
        var out = new LinkedHashSet<String>();
        String suffix = suffix(name);
        if (suffix.equals("自治州") || suffix.equals("自治县") || suffix.equals("自治旗")) {
            out.add(stem(name) + suffix.charAt(2));
            out.add(stem(name) + suffix);
        }
        return out;
    }

    private static String withoutNationalities(String stem) {
        String left = stem;
        boolean shorter = true;
        while (shorter) {
            String before = left;
            left =
                    NATIONALITIES.stream()
                            .filter(n -> before.endsWith(n) && before.length() > n.length() + 1)
                            .findFirst()
                            .map(n -> before.substring(0, before.length() - n.length()))
                            .orElse(before);
            shorter = !left.equals(before);
        }
        // 东乡族自治县, 鄂温克族自治旗: the nationality is the name
        return left.endsWith("族") && left.length() > 2
                ? left.substring(0, left.length() - 1)
                : left;
    }

    private static List<String> nationalities() {
        String all =
                "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西"
                        + " 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克"
                        + " 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各";
        var out = new ArrayList<String>();
        for (String name : all.split(" ")) {
            out.add(name + "族");
            if (name.length() > 1) {
                out.add(name);
            }
        }
        out.sort(Comparator.comparingInt(String::length).reversed());
        return List.copyOf(out);
    }
}
