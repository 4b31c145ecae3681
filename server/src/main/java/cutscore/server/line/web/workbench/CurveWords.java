package cutscore.server.line.web.workbench;

import cutscore.kernel.Words;
import cutscore.server.line.web.LineWords;
import cutscore.server.line.web.ShownRate;

/** The sentence under a drawing: whoever does not see it misses nothing. */
final class CurveWords {
    private CurveWords() {}

    /** From where to where the rate falls, and from which line on it keeps under the ceiling. */
    static Words of(Looked looked) {
        var rungs = looked.ladder().rungs();
        var first = rungs.getFirst().compared();
        var last = rungs.getLast().compared();
        var from = LineWords.line(first.at());
        var to =
                first.at().getClass().equals(last.at().getClass())
                        ? LineWords.line(last.at())
                        : new Words("全国线", "the national line");
        String high = ShownRate.of(first.passed(), first.pool());
        String low = ShownRate.of(last.passed(), last.pool());
        String national = ShownRate.of(first.nationalPassed(), first.nationalExaminees());
        var lawful = RateCurve.lawful(looked.ladder());
        if (lawful.isEmpty()) {
            return new Words(
                    "线从"
                            + spaced(from)
                            + "到"
                            + spaced(to)
                            + "，合格率从 "
                            + high
                            + " 降到 "
                            + low
                            + "；低于全国线的每一档都高于全国 "
                            + national
                            + "。",
                    "From "
                            + from.en()
                            + " to "
                            + to.en()
                            + " the rate falls from "
                            + high
                            + " to "
                            + low
                            + "; every step below the national line exceeds the national "
                            + national
                            + ".");
        }
        var line = LineWords.line(rungs.get(lawful.getAsInt()).compared().at());
        return new Words(
                "线从"
                        + spaced(from)
                        + "到"
                        + spaced(to)
                        + "，合格率从 "
                        + high
                        + " 降到 "
                        + low
                        + "；"
                        + line.zh()
                        + "起不高于全国 "
                        + national
                        + "。",
                "From "
                        + from.en()
                        + " to "
                        + to.en()
                        + " the rate falls from "
                        + high
                        + " to "
                        + low
                        + "; from "
                        + line.en()
                        + " on it does not exceed the national "
                        + national
                        + ".");
    }

    private static String spaced(Words line) {
        boolean digit = Character.isDigit(line.zh().charAt(0));
        return digit ? " " + line.zh() : line.zh();
    }

    /** How many counties and provinces, and where most people are gained. */
    static Words places(Looked looked) {
        var provinces = looked.tiles().measured();
        long gained = looked.answer().gained();
        var most =
                provinces.stream()
                        .filter(tile -> !tile.small())
                        .max(java.util.Comparator.comparingLong(ProvinceTiles.Tile::gained));
        String zh = "测算对象来自 " + provinces.size() + " 个省；按此线共新增 " + ShownRate.people(gained) + " 人";
        String en =
                "The pool comes from "
                        + provinces.size()
                        + " provinces; this line passes "
                        + ShownRate.people(gained)
                        + " more people";
        if (most.isPresent() && most.get().gained() > 0) {
            String people = ShownRate.people(most.get().gained());
            zh += "，最多的是" + most.get().name() + "，" + people + " 人";
            en += ", most of them in " + most.get().name() + ": " + people;
        }
        return new Words(zh + "。", en + ".");
    }
}
