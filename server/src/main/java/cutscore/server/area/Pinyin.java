package cutscore.server.area;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.Divisions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Finds divisions by pinyin without tones: whole (daofu, daofuxian), begun (daof), or by initials
 * (dfx). Readings come from {@code pinyin.csv}, made by ICU's Han-Latin transliteration of every
 * character in the tables of divisions (a test compares them), and {@code pinyin-more.csv}:
 * readings that place names have beside those.
 */
final class Pinyin {
    private static final Map<Integer, List<String>> READINGS = readings();
    private static final int SHORTEST = 2;
    private static final Pattern SUFFIX =
            Pattern.compile("|(.*族)?自治[县州区旗]|[县市区省旗州盟]|地区|特区|林区|特别行政区");

    /** 甘孜藏族自治州 is called 甘孜州. */
    private static final Pattern PEOPLES =
            Pattern.compile(
                    "((藏|彝|羌|回|土家|苗|侗|布依|傣|景颇|傈僳|白|哈尼|壮|朝鲜|蒙古|水|瑶|土|撒拉|保安|东乡|裕固"
                            + "|仡佬|纳西|佤|拉祜|布朗|独龙|怒|普米|满|黎|畲|仫佬|毛南|锡伯|塔吉克|达斡尔|各)族?"
                            + "|哈萨克族?|柯尔克孜族?|维吾尔族?)+(?=自治[县州])");

    private static final Pattern ENGLISH =
            Pattern.compile("(county|prefecture|city|province|district|banner)$");

    private Pinyin() {}

    /** Whether somebody typed Latin letters. */
    static boolean isLatin(String text) {
        return text.matches("[\\p{IsLatin}'’-]+");
    }

    /** Divisions by pinyin, the best first; of equals in the order of codes. */
    static List<Division> find(String typed, int most) {
        String text = plain(typed);
        if (text.length() < SHORTEST) {
            return List.of();
        }
        record Found(Division division, int rank) {}
        var found = new ArrayList<Found>();
        for (Division division : Divisions.builtIn().everyLevel()) {
            String name = division.name();
            String calledShort = PEOPLES.matcher(name).replaceFirst("").replace("自治", "");
            int whole = rank(name, text);
            int rank = whole >= 0 ? whole : rank(calledShort, text);
            if (rank >= 0) {
                found.add(new Found(division, rank));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::rank))
                .limit(most)
                .map(Found::division)
                .toList();
    }

    /** Lower case, ü as u, without apostrophes and the English word for what it is. */
    private static String plain(String typed) {
        String text =
                typed.toLowerCase(Locale.ROOT).replaceAll("[üǖǘǚǜv]", "u").replaceAll("[^a-z]", "");
        return ENGLISH.matcher(text).replaceFirst("");
    }

    /** 0 the whole name, 1 without its suffix, 2 its beginning, 3 and 4 its initials; else -1. */
    private static int rank(String name, String text) {
        int[] characters = name.codePoints().toArray();
        int covered = covered(characters, 0, text, 0, false);
        if (covered == characters.length) {
            return 0;
        }
        if (covered > 0) {
            return isSuffix(name, covered) ? 1 : 2;
        }
        if (begins(characters, text)) {
            return 2;
        }
        int initials = covered(characters, 0, text, 0, true);
        if (initials < 0) {
            return -1;
        }
        return isSuffix(name, initials) ? 3 : 4;
    }

    private static boolean isSuffix(String name, int from) {
        return SUFFIX.matcher(name.substring(name.offsetByCodePoints(0, from))).matches();
    }

    /** How many characters the text spells out in whole syllables or initials; else -1. */
    private static int covered(int[] name, int at, String text, int read, boolean initials) {
        if (read == text.length()) {
            return at;
        }
        if (at == name.length) {
            return -1;
        }
        for (String reading : READINGS.getOrDefault(name[at], List.of())) {
            String part = initials ? reading.substring(0, 1) : reading;
            int rest =
                    text.startsWith(part, read)
                            ? covered(name, at + 1, text, read + part.length(), initials)
                            : -1;
            if (rest >= 0) {
                return rest;
            }
        }
        return -1;
    }

    /** Whether the text stops in the middle of a syllable. */
    private static boolean begins(int[] name, String text) {
        for (int end = text.length() - 1; end >= 1; end--) {
            String rest = text.substring(end);
            int whole = covered(name, 0, text.substring(0, end), 0, false);
            if (whole > 0 && whole < name.length) {
                var next = READINGS.getOrDefault(name[whole], List.of());
                if (next.stream().anyMatch(reading -> reading.startsWith(rest))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<Integer, List<String>> readings() {
        var map = new HashMap<Integer, List<String>>();
        for (String file : List.of("pinyin.csv", "pinyin-more.csv")) {
            for (String line : lines(file)) {
                String[] row = line.split(",", -1);
                row[1].codePoints()
                        .forEach(c -> map.computeIfAbsent(c, _ -> new ArrayList<>()).add(row[0]));
            }
        }
        return map;
    }

    private static List<String> lines(String file) {
        try (InputStream in = Pinyin.class.getResourceAsStream(file)) {
            byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
