package cutscore.kernel.circular;

import cutscore.kernel.circular.AreaTokens.Token;
import cutscore.kernel.circular.CircularDraft.SpellingDoubt;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one statement of a list of areas, {@code 涉藏州县：阿坝州、甘孜州和乐山市峨边县}.
 *
 * <p>What a prefecture's name stands for is decided by what follows it. Directly before a county of
 * its own (乐山市峨边县), before a colon or blank and its counties (临夏州：临夏市、…), or before brackets that
 * list them, it only says where they lie: those listed count. Brackets with 含 or 包括 add to the
 * whole, with 除 take from it, and brackets without a name (8县市) change nothing. Else the whole
 * prefecture is meant.
 */
final class AreaStatement {
    private static final Pattern WHOLE_LABEL = AreaWords.WHOLE;
    private static final Pattern PREFECTURES_MEANT =
            Pattern.compile("地州|[一二三四五六七八九两\\d]个?(?:州|地区)(?!县)");

    private final Divisions divisions;
    private final @Nullable DivisionCode province;
    private final Function<DivisionCode, List<Division>> counties;
    private final AreaFindings findings;
    private final int line;

    private final Set<DivisionCode> found = new TreeSet<>();
    private final Set<DivisionCode> explicit = new LinkedHashSet<>();
    private final Set<String> lone = new LinkedHashSet<>();
    private final Set<String> loneAfterProse = new LinkedHashSet<>();
    private final Set<DivisionCode> wholes = new LinkedHashSet<>();
    private @Nullable DivisionCode scope;
    private @Nullable Division pending;
    private @Nullable Division label;
    private int foundAtLabel;
    private String prose = "";
    private boolean countiesMeant;

    AreaStatement(
            Divisions divisions,
            @Nullable DivisionCode province,
            Function<DivisionCode, List<Division>> counties,
            AreaFindings findings,
            int line) {
        this.divisions = divisions;
        this.province = province;
        this.counties = counties;
        this.findings = findings;
        this.line = line;
    }

    /**
     * Where the next line's counties may lie: a prefecture alone on its line, or the last one used.
     */
    @Nullable DivisionCode scope() {
        return scope;
    }

    /** The counties of the statement; {@code scope} settles names that are ambiguous. */
    Set<DivisionCode> read(String statement, @Nullable DivisionCode givenScope) {
        scope = givenScope;
        var except = Except.of(statement);
        tokens(except.left());
        settle();
        closeLabel();
        except.without().forEach(names -> found.removeAll(excluded(names)));
        if (!found.isEmpty()) {
            lone.forEach(
                    text ->
                            findings.note(
                                    line,
                                    text,
                                    "名单里的这个词认不出来 / a word of the list that is no known name"));
        }
        return found;
    }

    /** A list of 重点帮扶县: a bare name that a prefecture and a county share means the county. */
    void meansCounties(boolean yes) {
        countiesMeant = yes;
    }

    /** The prefectures and provinces that were meant as a whole. */
    Set<DivisionCode> wholes() {
        return wholes;
    }

    private Collection<DivisionCode> excluded(String names) {
        var inner = new AreaStatement(divisions, province, counties, findings, line);
        var out = inner.read(names, scope);
        if (out.isEmpty() && !names.contains("兵团")) {
            findings.note(line, names, "要除去的地方认不出来 / what is taken out is no known place");
        }
        return out;
    }

    private void tokens(String statement) {
        boolean prefectures = PREFECTURES_MEANT.matcher(statement).find();
        var tokens = new AreaTokens(divisions, province, prefectures).of(statement);
        for (int at = 0; at < tokens.size(); at++) {
            switch (tokens.get(at)) {
                case Token.Sign(char sign) -> at = sign(tokens, at, sign);
                case Token.Words(String text) -> at = words(tokens, at, text);
                case Token.Name name -> name(name);
            }
        }
    }

    private int sign(List<Token> tokens, int at, char sign) {
        if (sign == '(') {
            return brackets(tokens, at);
        }
        if (sign == ':') {
            closeLabel();
            label = pending;
            scope = pending == null ? scope : pending.code();
            pending = null;
            foundAtLabel = found.size();
        } else if (sign != ' '
                || !(nextLiesInPending(tokens, at) || Neighbours.nextIsUnknown(tokens, at))) {
            settle();
        }
        if (sign == ';') {
            closeLabel();
            scope = null;
        }
        return at;
    }

    private boolean nextLiesInPending(List<Token> tokens, int at) {
        return pending != null
                && at + 1 < tokens.size()
                && tokens.get(at + 1) instanceof Token.Name name
                && liesInPending(name);
    }

    private boolean liesInPending(Token.Name name) {
        var outer = pending;
        return outer != null
                && divisions.names().named(name.written(), outer.code()).stream()
                        .anyMatch(d -> !d.equals(outer));
    }

    private int brackets(List<Token> tokens, int at) {
        int end = at + 1;
        while (end < tokens.size()
                && !(tokens.get(end) instanceof Token.Sign(char s) && s == ')')) {
            end++;
        }
        var inside = tokens.subList(at + 1, end);
        boolean names = inside.stream().anyMatch(t -> t instanceof Token.Name);
        boolean adds =
                !inside.isEmpty()
                        && inside.getFirst() instanceof Token.Words(String first)
                        && first.matches("^(?:含|包含|包括|其中).*");
        if (names && pending != null && !adds) {
            scope = pending.code();
            pending = null;
        }
        var outer = pending;
        settle();
        if (outer != null) {
            scope = outer.code();
        }
        if (!names) {
            return end;
        }
        for (int i = 0; i < inside.size(); i++) {
            switch (inside.get(i)) {
                case Token.Sign(char sign) -> i = sign == '(' ? i : sign(inside, i, sign);
                case Token.Words(String text) -> i = words(inside, i, text);
                case Token.Name name -> name(name);
            }
        }
        settle();
        return end;
    }

    private void name(Token.Name name) {
        if (pending != null && liesInPending(name)) {
            scope = pending.code();
            pending = null;
        }
        settle();
        lone.addAll(loneAfterProse);
        loneAfterProse.clear();
        var may = narrowed(name);
        if (may.size() > 1) {
            findings.note(line, name.written(), "不止一个地方叫这个名字 / more than one place has this name");
            return;
        }
        var one = may.getFirst();
        if (province != null && !one.code().province().equals(province)) {
            foreign(name.written(), one);
        } else if (divisions.isCounty(one.code())) {
            take(one.code());
        } else {
            pending = one;
        }
    }

    private List<Division> narrowed(Token.Name name) {
        if (scope != null) {
            var inner = scope;
            var here =
                    divisions.names().named(name.written(), inner).stream()
                            .filter(d -> !d.code().equals(inner))
                            .toList();
            if (here.size() == 1) {
                return here;
            }
        }
        var counties = name.may().stream().filter(d -> divisions.isCounty(d.code())).toList();
        return countiesMeant && counties.size() == 1 ? counties : name.may();
    }

    private void foreign(String written, Division there) {
        if (!divisions.isCounty(there.code())) {
            return;
        }
        if (!suggest(written)) {
            String where = divisions.fullName(there.code());
            findings.note(line, written, "不在本省，是" + where + " / lies in another province");
        }
    }

    private int words(List<Token> tokens, int at, String text) {
        boolean nameAfter = at + 1 < tokens.size() && tokens.get(at + 1) instanceof Token.Name;
        boolean nameBefore = at > 0 && tokens.get(at - 1) instanceof Token.Name;
        String bare = AreaWords.bare(text);
        if (bare.isEmpty()) {
            if (!text.matches(".*(?:的|所辖|下辖|境内|辖区|辖内|中)$") && !text.isEmpty() && nameAfter) {
                settle();
            }
            return at;
        }
        if (nameAfter && bare.length() <= 2 && !nameBefore && text.equals(bare)) {
            var next = (Token.Name) tokens.get(at + 1);
            if (!"各全本该原省市州县".contains(text)) {
                unknown(text + next.written());
                return at + 1;
            }
        }
        String last = AreaWords.lastName(text);
        if (AreaWords.endsLikeAName(last)) {
            enterPendingScope();
            unknown(last);
        } else if (Neighbours.isLoneWord(tokens, at, text)) {
            lone(text);
        } else {
            prose = text;
        }
        return at;
    }

    /** 武威市天柱县: the prefecture before an unknown name says where it lies. */
    private void enterPendingScope() {
        if (pending != null) {
            scope = pending.code();
            pending = null;
        }
    }

    /** A lone word belongs to the list when a name follows, or no other words stand between. */
    private void lone(String text) {
        if (prose.isEmpty()) {
            lone.add(text);
        } else {
            loneAfterProse.add(text);
        }
    }

    private void unknown(String written) {
        if (written.contains("行委") || written.contains("行政委员会")) {
            findings.note(
                    line,
                    written,
                    "行政委员会没有县级行政区划代码，请人工决定 / has no county code of its own, decide by hand");
            return;
        }
        if (!suggest(written)) {
            var near = province == null ? List.<Division>of() : nearest(written, province);
            String perhaps =
                    near.isEmpty() || near.size() > 5
                            ? ""
                            : "，可能是" + String.join("或", near.stream().map(Division::name).toList());
            findings.note(line, written, "行政区划表里没有这个名字" + perhaps + " / no division has this name");
        }
    }

    private boolean suggest(String written) {
        var within = scope != null ? scope : province;
        if (within == null) {
            return false;
        }
        var near = nearest(written, within);
        if (near.size() != 1 && province != null && !within.equals(province)) {
            near = nearest(written, province);
        }
        if (near.size() != 1) {
            return false;
        }
        var meant = near.getFirst();
        findings.doubt(new SpellingDoubt(written, meant.name(), meant.code()));
        if (divisions.isCounty(meant.code())) {
            take(meant.code());
        } else {
            settle();
            pending = meant;
        }
        return true;
    }

    /**
     * The candidates; where some are listed by their right name already, those are not meant again.
     */
    private List<Division> nearest(String written, DivisionCode within) {
        var near = divisions.names().nearest(written, within);
        var fresh = near.stream().filter(d -> !explicit.contains(d.code())).toList();
        return fresh.isEmpty() ? near : fresh;
    }

    private void take(DivisionCode county) {
        explicit.add(county);
        found.add(county);
    }

    /**
     * A prefecture that nothing followed is meant as a whole; a province only with words that say
     * so.
     */
    private void settle() {
        var whole = pending;
        pending = null;
        if (whole == null) {
            return;
        }
        if (whole.code().isProvince() && !whole.code().value().equals("540000")) {
            scope = null;
            return;
        }
        wholes.add(whole.code());
        counties.apply(whole.code()).forEach(c -> found.add(c.code()));
        scope = whole.code();
    }

    /** 临夏州：全州8县市: a label with no county after it stands for the whole. */
    private void closeLabel() {
        var named = label;
        label = null;
        if (named == null || found.size() > foundAtLabel || named.code().isProvince()) {
            return;
        }
        if (WHOLE_LABEL.matcher(prose).find() || prose.matches(".*\\d+.*|.*[一二三四五六七八九十]+.*")) {
            pending = named;
            settle();
        }
    }
}
