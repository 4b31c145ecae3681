package cutscore.server.guide;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.AreaHit;
import cutscore.server.area.Areas;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** From what somebody typed to one county, or to the few it may be. */
@Component
final class Places {
    private static final int CHOICES = 40;

    private final Areas areas;

    Places(Areas areas) {
        this.areas = areas;
    }

    /** What was typed comes to. */
    sealed interface Named {
        /** It is this one. */
        record One(Place place) implements Named {}

        /** It is one of these. */
        record Several(List<Place> places) implements Named {}

        /** Nothing goes by that name. */
        record None() implements Named {}
    }

    /**
     * @param typed name, pinyin, former name, or code
     * @param on the first day of the exam
     */
    Named named(String typed, LocalDate on) {
        String text = typed.strip();
        if (DivisionCode.isWellFormed(text)) {
            return opened(place(new DivisionCode(text), on), on);
        }
        var hits = areas.search(text);
        var best = hits.stream().filter(hit -> hit.how().equals(hits.getFirst().how())).toList();
        boolean certain =
                best.size() == 1
                        && best.getFirst().how() != AreaHit.Match.SUGGESTION
                        && best.getFirst().how() != AreaHit.Match.PINYIN;
        if (certain) {
            return opened(place(best.getFirst().answer().code(), on), on);
        }
        var places =
                hits.stream()
                        .flatMap(hit -> counties(hit.answer().code()))
                        .distinct()
                        .limit(CHOICES)
                        .map(code -> place(code, on))
                        .toList();
        return switch (places.size()) {
            case 0 -> new Named.None();
            case 1 -> new Named.One(places.getFirst());
            default -> new Named.Several(places);
        };
    }

    /** A prefecture of which part is in asks for the county. */
    private Named opened(Place place, LocalDate on) {
        return switch (place.answer()) {
            case AreaAnswer.NoSuchDivision _ -> new Named.None();
            case AreaAnswer.Counties wide when !place.isIn() && !place.isOut() ->
                    new Named.Several(
                            wide.counties().stream()
                                    .limit(CHOICES)
                                    .map(county -> place(county.code(), on))
                                    .toList());
            case AreaAnswer.Counties _, AreaAnswer.In _, AreaAnswer.Out _, AreaAnswer.NotKnown _ ->
                    new Named.One(place);
        };
    }

    private static Stream<DivisionCode> counties(DivisionCode code) {
        return Divisions.builtIn().isCounty(code)
                ? Stream.of(code)
                : Divisions.builtIn().counties(code).stream().map(d -> d.code());
    }

    private Place place(DivisionCode code, LocalDate on) {
        var answer = areas.ask(code, on);
        return new Place(answer.code(), Divisions.builtIn().fullName(answer.code()), answer);
    }
}
