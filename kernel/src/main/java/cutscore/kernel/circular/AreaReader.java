package cutscore.kernel.circular;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the clauses that list the areas and reads them: sections headed 单独划线地区, sentences that say
 * 单独划线地区包括…, attachments with a list. Places named anywhere else (an office's address) are not
 * areas.
 */
final class AreaReader {
    private static final Set<String> SOUTH_XINJIANG =
            Set.of("652900", "653000", "653100", "653200");

    private static final Pattern ITEM =
            Pattern.compile("^([^:]*?)[、,][^、,:]*(?:涉藏州县|重点帮扶县|南疆四地州)[、,(](.*)$");

    private final Divisions divisions;
    private final @Nullable DivisionCode province;
    private final @Nullable LocalDate on;
    private final AreaFindings findings;

    private @Nullable String ground;
    private @Nullable DivisionCode lineScope;
    private boolean lastWasList;
    private String lastHeadings = "";

    /**
     * @param province the circular's; null for a national one
     * @param on the circular's day: counties made later are not in its prefectures
     */
    AreaReader(Divisions divisions, @Nullable DivisionCode province, @Nullable LocalDate on) {
        this.divisions = divisions;
        this.province = province;
        this.on = on;
        this.findings = new AreaFindings(divisions);
    }

    AreaFindings read(List<Placed> body, List<Placed> attachments) {
        for (int at = 0; at < body.size(); at++) {
            var placed = body.get(at);
            boolean inside = placed.chain().stream().anyMatch(h -> AreaWords.isHeading(h.words()));
            passage(placed, inside, at + 1 < body.size() ? body.get(at + 1) : null);
        }
        lastWasList = false;
        boolean listed =
                attachments.stream()
                        .limit(3)
                        .anyMatch(p -> AreaWords.isHeading(p.passage().folded().strip()));
        for (int at = 0; at < attachments.size(); at++) {
            var placed = attachments.get(at);
            if (listed && (isList(placed.said()) || hasGround(placed))) {
                passage(placed, true, at + 1 < attachments.size() ? attachments.get(at + 1) : null);
            }
        }
        return findings;
    }

    private boolean hasGround(Placed placed) {
        return placed.said().length() < 40 && Grounds.of(placed.said()).isPresent();
    }

    private void passage(Placed placed, boolean inside, @Nullable Placed next) {
        String headings = placed.headings();
        if (!placed.numbering().none() || !inside) {
            ground = inside ? groundAbove(placed) : null;
            lineScope = null;
        }
        boolean heading = inside && isBareHeading(placed.said());
        if (heading) {
            findings.seen();
            label(placed);
            lastWasList = true;
            lastHeadings = headings;
            return;
        }
        boolean goesOn =
                lastWasList
                        && placed.numbering().none()
                        && headings.equals(lastHeadings)
                        && isList(placed.said());
        boolean any = false;
        for (String sentence : Placed.sentences(placed.said())) {
            any |= sentence(placed, sentence, inside || goesOn, next);
        }
        lastWasList = any || (inside && placed.said().endsWith(":")) || opensAList(placed);
        lastHeadings = headings;
    }

    private boolean isBareHeading(String said) {
        return AreaWords.isHeading(said)
                && !names(said)
                && said.indexOf('。') < 0
                && !AreaWords.WHOLE.matcher(said).find();
    }

    private static boolean opensAList(Placed placed) {
        return placed.said().matches(".*划线.{0,12}(?:地区|范围|区域|县|名单).{0,12}:$");
    }

    private @Nullable String groundAbove(Placed placed) {
        for (int at = placed.chain().size() - 1; at >= 0; at--) {
            var found = Grounds.of(placed.chain().get(at).words());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    private void label(Placed placed) {
        Grounds.of(placed.said()).ifPresent(g -> ground = g);
    }

    private boolean sentence(
            Placed placed, String sentence, boolean inside, @Nullable Placed next) {
        if (AreaWords.ELSEWHERE.matcher(sentence).find()) {
            return false;
        }
        if (AreaWords.DENIES.matcher(sentence).find()) {
            deny(placed, sentence, inside);
            return false;
        }
        String said = sentence;
        if (!inside) {
            var cue = AreaWords.CUE.matcher(sentence);
            if (!cue.find()) {
                return false;
            }
            said = sentence.substring(clauseStart(sentence, cue.start()));
            boolean group = !AreaWords.ABOUT_OTHERS.matcher(said).find() && namesAGroup(said);
            if (!names(said) && !group) {
                return false;
            }
        } else if (!isList(sentence) && !AreaWords.LIST_WORDS.matcher(sentence).find()) {
            return false;
        }
        boolean any = false;
        String carried = ground;
        for (String segment : said.split(";")) {
            var own = isOneOfTheList(segment) ? Optional.<String>empty() : Grounds.of(segment);
            any |= segment(placed, segment, own, Optional.ofNullable(carried), next);
            carried = names(segment) || segment.endsWith(":") ? own.orElse(carried) : carried;
        }
        if (!names(said) && Grounds.of(said).isPresent() && said.length() < 40) {
            ground = Grounds.of(said).get();
        } else if (inside && said.endsWith(":")) {
            Grounds.of(said).ifPresent(g -> ground = g);
        }
        if (any) {
            findings.seen();
        }
        return any;
    }

    private void deny(Placed placed, String sentence, boolean inside) {
        if (inside && names(sentence)) {
            int line = placed.passage().line();
            findings.remove(
                    new AreaStatement(divisions, province, this::counties, findings, line)
                            .read(sentence, lineScope));
            findings.note(line, sentence, "这些地方被排除在外，请核对 / said to be no areas, check");
        }
    }

    /** 西藏自治区，四省涉藏州县，临夏州: there the ground's words are an item, not the label of the list. */
    private boolean isOneOfTheList(String segment) {
        var item = ITEM.matcher(segment);
        return item.matches()
                && (names(item.group(1)) || item.group(1).contains("西藏"))
                && names(item.group(2));
    }

    private static int clauseStart(String sentence, int cue) {
        int at = cue;
        while (at > 0 && ",;、".indexOf(sentence.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    private boolean segment(
            Placed placed,
            String segment,
            Optional<String> own,
            Optional<String> carried,
            @Nullable Placed next) {
        int line = placed.passage().line();
        var statement = new AreaStatement(divisions, province, this::counties, findings, line);
        var scope = scopeFor(segment);
        Set<DivisionCode> codes = new LinkedHashSet<>();
        String list = segment;
        if (isScopeLine(segment, next)) {
            lineScope = scopeNamed(segment);
            return true;
        }
        codes.addAll(statement.read(list, scope));
        if (codes.isEmpty()) {
            codes.addAll(byGroupName(segment));
        }
        if (codes.isEmpty()) {
            return names(segment);
        }
        var grounded = new TreeMap<DivisionCode, Set<String>>();
        for (DivisionCode code : codes) {
            boolean whole =
                    statement.wholes().contains(code.prefecture())
                            || statement.wholes().contains(code.province());
            grounded.put(code, grounds(code, whole, own, carried));
        }
        findings.add(grounded, clause(placed, segment));
        return true;
    }

    private static Set<String> grounds(
            DivisionCode code, boolean whole, Optional<String> own, Optional<String> carried) {
        var place = Grounds.of(code);
        if (own.isPresent()) {
            return Set.of(own.get());
        }
        if (carried.isPresent()
                && !(whole && place.isPresent() && carried.get().equals("KEY_COUNTY"))) {
            return Set.of(carried.get());
        }
        return place.map(Set::of).orElse(Set.of());
    }

    private String clause(Placed placed, String segment) {
        String headings = placed.headings();
        String label = segment.contains(":") ? segment.split(":", 2)[0].strip() : "";
        if (label.length() > 20 || label.matches(".*[为是共].*") || headings.endsWith(label)) {
            label = "";
        }
        String begins = segment.substring(0, Math.min(16, segment.length()));
        String where = headings.isEmpty() ? "“" + begins + "…”" : headings;
        return label.isEmpty() ? where : where + " " + label;
    }

    /** A prefecture alone on its line, its counties on the next ones. */
    private boolean isScopeLine(String segment, @Nullable Placed next) {
        var prefecture = scopeNamed(segment);
        if (prefecture == null || next == null) {
            return false;
        }
        String first = next.said().split("[、,;:\\s(]", 2)[0];
        return divisions.names().named(first, prefecture).stream()
                .anyMatch(d -> !d.code().equals(prefecture));
    }

    private @Nullable DivisionCode scopeNamed(String segment) {
        String name = segment.replaceAll("[:\\s]|\\([^()]*\\)", "");
        var may =
                province == null
                        ? divisions.names().named(name)
                        : divisions.names().named(name, province);
        var prefectures =
                may.stream()
                        .filter(d -> !divisions.isCounty(d.code()) && d.code().isPrefecture())
                        .toList();
        return prefectures.size() == 1 ? prefectures.getFirst().code() : null;
    }

    private @Nullable DivisionCode scopeFor(String segment) {
        return segment.isBlank() ? null : lineScope;
    }

    /** 南疆四地州 and 全区所有县区: groups that name no single place. */
    private Set<DivisionCode> byGroupName(String segment) {
        var out = new LinkedHashSet<DivisionCode>();
        boolean xinjiang = province == null || province.value().startsWith("65");
        if (xinjiang && (segment.contains("南疆四地州") || segment.contains("新疆四地州"))) {
            SOUTH_XINJIANG.stream()
                    .sorted()
                    .map(DivisionCode::new)
                    .forEach(p -> counties(p).forEach(c -> out.add(c.code())));
        } else if (province != null
                && !AreaWords.ABOUT_OTHERS.matcher(segment).find()
                && AreaWords.WHOLE.matcher(segment).find()
                && saysTheWholeProvince(segment)) {
            counties(province).forEach(c -> out.add(c.code()));
        }
        return out;
    }

    private static boolean namesAGroup(String said) {
        return said.contains("南疆四地州") || AreaWords.WHOLE.matcher(said).find();
    }

    private static boolean saysTheWholeProvince(String segment) {
        return segment.matches(
                ".*(?:全区|全省|全境|全域|自治区|我区|我省|全市|我市|省|直辖市).{0,10}(?:所有|全部|各|均|所辖|全境|全域|县|市|区|地).*");
    }

    private List<Division> counties(DivisionCode parent) {
        return on == null ? divisions.counties(parent) : divisions.counties(parent, on);
    }

    private boolean names(String text) {
        return share(text) > 0;
    }

    private boolean isList(String text) {
        return share(text) >= 50;
    }

    /** How much of the text is names, in percent; signs and blanks do not count. */
    private int share(String text) {
        int named = 0;
        int other = 0;
        for (var token : new AreaTokens(divisions, province, true).of(text)) {
            switch (token) {
                case AreaTokens.Token.Name name ->
                        named += isProvince(name) ? 0 : name.written().length();
                case AreaTokens.Token.Words words ->
                        other += isLabel(words.text()) ? 0 : words.text().length();
                case AreaTokens.Token.Sign any -> other += 0;
            }
        }
        return named == 0 ? 0 : named * 100 / (named + other);
    }

    private static boolean isProvince(AreaTokens.Token.Name name) {
        return name.may().getFirst().code().isProvince();
    }

    private static boolean isLabel(String words) {
        return words.contains("重点帮扶县")
                || words.contains("涉藏")
                || AreaWords.bare(words).isEmpty()
                || AreaWords.endsLikeAName(words);
    }
}
