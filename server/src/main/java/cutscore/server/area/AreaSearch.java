package cutscore.server.area;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Standing;
import cutscore.server.area.AreaHit.Match;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds divisions by what people type, in memory; each with its answer for a day. */
record AreaSearch(Book book, LocalDate on, Instant known) {
    static final int HITS = 30;
    private static final int LONGEST = 30;
    private static final int LONGEST_LATIN = 60;
    private static final Divisions DIVISIONS = Divisions.builtIn();

    List<AreaHit> find(String typed) {
        String text = typed.replaceAll("[\\s\\u3000]+", "");
        if (Pinyin.isLatin(text) && text.length() <= LONGEST_LATIN) {
            return byPinyin(text);
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        if (text.matches("[0-9]+")) {
            return byCode(text);
        }
        var found = new LinkedHashMap<DivisionCode, Match>();
        put(found, DIVISIONS.names().named(text), Match.NAME);
        book.aliases().find(text).forEach(code -> found.putIfAbsent(code, Match.ALIAS));
        put(found, containing(text), Match.PART);
        if (found.isEmpty()) {
            put(found, suggestions(text), Match.SUGGESTION);
        }
        return hits(found);
    }

    private List<AreaHit> byPinyin(String letters) {
        var found = new LinkedHashMap<DivisionCode, Match>();
        put(found, Pinyin.find(letters, HITS), Match.PINYIN);
        return hits(found);
    }

    private List<AreaHit> byCode(String digits) {
        var found = new LinkedHashMap<DivisionCode, Match>();
        if (DivisionCode.isWellFormed(digits)) {
            var code = new DivisionCode(digits);
            former(code).ifPresent(now -> found.put(now, Match.FORMER_CODE));
            DIVISIONS.find(code).ifPresent(d -> found.put(d.code(), Match.CODE));
        } else if (digits.length() > 1 && digits.length() < 6) {
            put(
                    found,
                    DIVISIONS.everyLevel().stream()
                            .filter(d -> d.code().value().startsWith(digits))
                            .limit(HITS)
                            .toList(),
                    Match.PART);
        }
        return hits(found);
    }

    private Optional<DivisionCode> former(DivisionCode code) {
        return DIVISIONS.standing(code, on) instanceof Standing.Renumbered(_, var now, _)
                ? Optional.of(now)
                : DIVISIONS.currentFor(code).map(Division::code);
    }

    /**
     * By a part of the name, or by a path such as 甘孜州 道孚; line areas need no priority, codes order.
     */
    private static List<Division> containing(String text) {
        return Stream.concat(
                        DIVISIONS.everyLevel().stream().filter(d -> d.name().contains(text)),
                        DIVISIONS.all().stream()
                                .filter(d -> DIVISIONS.fullName(d.code()).contains(text)))
                .limit(HITS)
                .toList();
    }

    private static List<Division> suggestions(String text) {
        // People leave out the 县: 道乎 is meant as 道乎县, which is one character from 道孚县.
        return Stream.of(text + "县", text)
                .flatMap(AreaSearch::nearest)
                .distinct()
                // A character exchanged is likelier than one left out: the same length goes first.
                .sorted(
                        Comparator.comparingInt(
                                d -> Math.abs(d.name().length() - text.length() - 1)))
                .limit(HITS)
                .toList();
    }

    private static Stream<Division> nearest(String form) {
        return DIVISIONS.provinces().stream()
                .flatMap(p -> DIVISIONS.names().nearest(form, p.code()).stream());
    }

    private static void put(
            Map<DivisionCode, Match> found, Collection<Division> divisions, Match how) {
        divisions.forEach(d -> found.putIfAbsent(d.code(), how));
    }

    private List<AreaHit> hits(Map<DivisionCode, Match> found) {
        return found.entrySet().stream()
                .limit(HITS)
                .map(
                        e ->
                                new AreaHit(
                                        e.getValue(),
                                        DIVISIONS.fullName(e.getKey()),
                                        book.ask(e.getKey(), on, known)))
                .toList();
    }
}
