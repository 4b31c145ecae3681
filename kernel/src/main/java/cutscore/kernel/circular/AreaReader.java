package cutscore.kernel.circular;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the clauses that list the areas and reads them: sections headed 单独划线地区, sentences that say
 * 单独划线地区包括…, attachments with a list. Places named anywhere else (an office's address) are not
 * areas.
 */
final class AreaReader {
    private final Divisions divisions;
    private final @Nullable DivisionCode province;
    private final @Nullable LocalDate on;
    private final AreaFindings findings;
    private final AreaShare share;
    private final AreaGroups groups;

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
        this.groups = new AreaGroups(province, this::counties);
        this.share = new AreaShare(divisions, province);
    }

    AreaFindings read(List<Placed> body, List<Placed> attachments) {
        for (int at = 0; at < body.size(); at++) {
            var placed = body.get(at);
            boolean inside =
                    placed.chain().stream().anyMatch(h -> AreaWords.isHeading(h.words()))
                            || isListedAbove(body, at);
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

    /** A list that the next words call the areas: 以上为单独划线地区. */
    private boolean isListedAbove(List<Placed> body, int at) {
        int end = at;
        while (end < body.size() && isList(body.get(end).said())) {
            end++;
        }
        return end > at
                && end < body.size()
                && AreaWords.ABOVE.matcher(body.get(end).said()).find();
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
        String calm = AreaWords.ASIDE.matcher(sentence).replaceAll("");
        if (AreaWords.ELSEWHERE.matcher(calm).find()) {
            return false;
        }
        if (calm.length() < sentence.length()) {
            return sentence(placed, calm, inside, next);
        }
        corps(placed, sentence, inside);
        if (AreaWords.DENIES.matcher(Except.of(sentence).left()).find()) {
            String rest = deny(placed, sentence, inside);
            return names(rest) && sentence(placed, rest, inside, next);
        }
        String said = inside ? inTheSection(sentence) : byACue(sentence);
        if (said.isEmpty()) {
            unplaced(placed, sentence, inside);
            return false;
        }
        return segments(placed, said, inside, next);
    }

    private String inTheSection(String sentence) {
        boolean reads = isList(sentence) || AreaWords.LIST_WORDS.matcher(sentence).find();
        return reads ? sentence : "";
    }

    /** The part of a sentence outside of the sections that lists areas; empty when none does. */
    private String byACue(String sentence) {
        var cue = AreaWords.CUE.matcher(sentence);
        if (cue.find()) {
            String said = sentence.substring(clauseStart(sentence, cue.start()));
            boolean group =
                    !AreaWords.ABOUT_OTHERS.matcher(said).find() && AreaGroups.namesAGroup(said);
            if (names(said) || group) {
                return said;
            }
        }
        var after = AreaWords.CUE_AFTER.matcher(sentence);
        if (!after.find()) {
            return "";
        }
        String before = sentence.substring(0, after.start());
        if (!isList(before)) {
            before = before.substring(clauseStart(before, before.length()));
        }
        return isList(before) ? before : "";
    }

    /** Names of places that nothing says the purpose of are shown, not dropped. */
    private void unplaced(Placed placed, String sentence, boolean inside) {
        boolean list = isList(sentence) && share.count(sentence) > 1;
        boolean corrects = AreaWords.CORRECTS.matcher(sentence).find();
        if ((inside || corrects) ? names(sentence) : list) {
            findings.note(
                    placed.passage().line(),
                    sentence,
                    "提到地方，看不出是否划线地区 / names places, for what is not clear");
        }
    }

    private void corps(Placed placed, String sentence, boolean inside) {
        boolean here = inside || sentence.contains("划线") || sentence.contains("参照");
        if (here && AreaWords.CORPS.matcher(sentence).find()) {
            findings.note(
                    placed.passage().line(),
                    sentence,
                    "兵团的师和团场没有县级行政区划代码，请人工决定 / the corps has no county codes, decide by hand");
        }
    }

    private boolean segments(Placed placed, String said, boolean inside, @Nullable Placed next) {
        boolean any = false;
        String carried = ground;
        for (String segment : said.split(";")) {
            var own = AreaGroups.label(segment);
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

    /** Takes out what a part of the sentence says to be no area; answers the rest of it. */
    private String deny(Placed placed, String sentence, boolean inside) {
        var denied = new ArrayList<String>();
        var rest = new ArrayList<String>();
        for (String part : sentence.split("[;,]")) {
            boolean no = AreaWords.DENIES.matcher(Except.of(part).left()).find();
            (no ? denied : rest).add(part);
        }
        boolean whole = denied.stream().noneMatch(this::names);
        String out = whole ? sentence : String.join(",", denied);
        if ((inside || sentence.contains("划线")) && names(out)) {
            int line = placed.passage().line();
            if (!AreaWords.ALL_BUT.matcher(out).find()) {
                var statement =
                        new AreaStatement(divisions, province, this::counties, findings, line);
                findings.remove(statement.read(out, lineScope));
            }
            findings.note(line, out, "这些地方被排除在外，请核对 / said to be no areas, check");
        }
        return whole ? "" : String.join(",", rest);
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
        boolean key = own.or(() -> carried).filter("KEY_COUNTY"::equals).isPresent();
        statement.meansCounties(key);
        var scope = scopeFor(segment);
        Set<DivisionCode> codes = new LinkedHashSet<>();
        String list = segment;
        if (isScopeLine(segment, next)) {
            lineScope = scopeNamed(segment);
            return true;
        }
        codes.addAll(statement.read(list, scope));
        var items = groupItems(line, segment);
        codes.addAll(codes.isEmpty() ? groups.alone(segment) : items);
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

    /** Groups among the items of a list: what can be told is taken, the others are said. */
    private Set<DivisionCode> groupItems(int line, String segment) {
        var out = new LinkedHashSet<DivisionCode>();
        for (String item : AreaGroups.items(segment)) {
            var south = groups.south(item);
            out.addAll(south);
            if (south.isEmpty()) {
                findings.note(line, item, "没有逐个列名的一类地区 / a group of areas without their names");
            }
        }
        return out;
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

    private List<Division> counties(DivisionCode parent) {
        return on == null ? divisions.counties(parent) : divisions.counties(parent, on);
    }

    private boolean names(String text) {
        return share.names(text);
    }

    private boolean isList(String text) {
        return share.isList(text);
    }
}
