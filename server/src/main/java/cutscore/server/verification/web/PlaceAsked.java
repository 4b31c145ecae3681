package cutscore.server.verification.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.server.web.FieldFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The place of a question, typed as a code, a name, or a whole path; never guessed.
 *
 * @param code the division, when exactly one is meant
 * @param fault what to mend, when it is not clear; both empty when no place was typed
 */
record PlaceAsked(Optional<DivisionCode> code, Optional<FieldFault> fault) {
    private static final Divisions DIVISIONS = Divisions.builtIn();
    private static final int NAMED_MOST = 6;
    private static final int LONGEST = 60;

    static PlaceAsked of(String typed) {
        String text = typed.replaceAll("[\\s\\u3000]+", "");
        if (text.isEmpty()) {
            return new PlaceAsked(Optional.empty(), Optional.empty());
        }
        if (text.length() > LONGEST) {
            return faulty(new Words("地点太长", "The place is too long"));
        }
        return DivisionCode.isWellFormed(text) ? byCode(new DivisionCode(text)) : byName(text);
    }

    private static PlaceAsked byCode(DivisionCode code) {
        var now = DIVISIONS.find(code).or(() -> DIVISIONS.currentFor(code));
        return now.map(PlaceAsked::found)
                .orElseGet(
                        () ->
                                faulty(
                                        new Words(
                                                "没有代码为 " + code + " 的地方，请核对",
                                                "No place has the code " + code + "; check it")));
    }

    private static PlaceAsked byName(String text) {
        var named = DIVISIONS.names().named(text);
        var all = named.isEmpty() ? byPath(text) : named;
        if (all.size() == 1) {
            return found(all.getFirst());
        }
        return all.isEmpty() ? faulty(unknown(text)) : faulty(several(text, all));
    }

    private static List<Division> byPath(String text) {
        return DIVISIONS.all().stream()
                .filter(d -> DIVISIONS.fullName(d.code()).endsWith(text))
                .toList();
    }

    private static Words unknown(String text) {
        return new Words(
                "没有叫“" + text + "”的地方。可能输错，请写全名或六位代码",
                "No place is called “"
                        + text
                        + "”. Perhaps mistyped: write the full name or the code");
    }

    private static Words several(String text, List<Division> all) {
        String list =
                all.stream()
                        .limit(NAMED_MOST)
                        .map(d -> DIVISIONS.fullName(d.code()) + " " + d.code())
                        .collect(Collectors.joining("、"));
        return new Words(
                "有 " + all.size() + " 个地方叫“" + text + "”，请写代码：" + list,
                all.size() + " places are called “" + text + "”; write the code: " + list);
    }

    private static PlaceAsked found(Division division) {
        return new PlaceAsked(Optional.of(division.code()), Optional.empty());
    }

    private static PlaceAsked faulty(Words words) {
        return new PlaceAsked(Optional.empty(), Optional.of(new FieldFault("at", words)));
    }
}
