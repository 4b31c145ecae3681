package cutscore.cli;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.seal.Place;
import java.util.List;
import java.util.stream.Collectors;

/** The place somebody asks about: a code of today or of old, or a name. */
final class AskedPlace {
    private AskedPlace() {}

    /**
     * @throws Unreadable when it is unknown, or a name that several places have
     */
    static Place find(String asked, Divisions divisions) {
        var text = asked.strip();
        var found =
                DivisionCode.isWellFormed(text)
                        ? byCode(new DivisionCode(text), divisions)
                        : byName(text, divisions);
        if (found.size() != 1) {
            throw new Unreadable(found.isEmpty() ? unknown(text) : several(text, found, divisions));
        }
        var code = found.getFirst().code();
        return new Place(code, divisions.counties(code).stream().map(Division::code).toList());
    }

    private static List<Division> byCode(DivisionCode code, Divisions divisions) {
        return divisions.find(code).or(() -> divisions.currentFor(code)).stream().toList();
    }

    private static List<Division> byName(String name, Divisions divisions) {
        var whole =
                divisions.everyLevel().stream()
                        .filter(d -> divisions.fullName(d.code()).equals(name))
                        .toList();
        return whole.isEmpty() ? divisions.names().named(name) : whole;
    }

    private static Fault unknown(String asked) {
        return Fault.of(
                "DIVISION_UNKNOWN",
                new Words("没有这个地点：" + asked, "no such place: " + asked),
                new Words(
                        "请用六位行政区划代码，或全称，如 四川省甘孜藏族自治州道孚县",
                        "give a six-digit division code, or the full Chinese name"));
    }

    private static Fault several(String asked, List<Division> found, Divisions divisions) {
        var list =
                found.stream()
                        .limit(12)
                        .map(d -> d.code() + " " + divisions.fullName(d.code()))
                        .collect(Collectors.joining("；"));
        return Fault.of(
                "DIVISION_AMBIGUOUS",
                new Words("有几个地方叫“" + asked + "”：" + list, "several places: " + list),
                new Words("请用代码或全称", "give the code or the full name"));
    }
}
