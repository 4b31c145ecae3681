package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.server.area.Areas;
import cutscore.server.area.CircularOnRecord;
import cutscore.server.line.AreaScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose areas a line spans, said and chosen. */
@Component
public record ScopeWords(Areas areas) {

    /** One to choose, with the word that a form sends. */
    record Choice(String word, Words words) {}

    /** What the scope is called. */
    public Words of(AreaScope scope) {
        return switch (scope) {
            case AreaScope.Nationwide() -> new Words("全国", "the whole country");
            case AreaScope.OfProvince(var province) -> name(province);
            case AreaScope.OfCircular(var circular) ->
                    areas.circular(circular)
                            .map(ScopeWords::title)
                            .orElse(new Words("一份通知", "one circular"));
        };
    }

    /** The whole country, every circular in force that lists areas, every province. */
    List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        choices.add(choice(new AreaScope.Nationwide()));
        areas.circulars().stream()
                .filter(CircularOnRecord::isInForce)
                .filter(circular -> !areas.listed(circular.id()).isEmpty())
                .map(circular -> choice(new AreaScope.OfCircular(circular.id())))
                .forEach(choices::add);
        Divisions.builtIn().provinces().stream()
                .map(province -> choice(new AreaScope.OfProvince(province.code())))
                .forEach(choices::add);
        return List.copyOf(choices);
    }

    /** The scope that a form sent; empty when it is none of the choices. */
    Optional<AreaScope> read(String word) {
        return choices().stream()
                .filter(choice -> choice.word().equals(word))
                .findFirst()
                .map(choice -> AreaScope.read(choice.word()));
    }

    private Choice choice(AreaScope scope) {
        return new Choice(scope.word(), of(scope));
    }

    static Words name(DivisionCode province) {
        String name = Divisions.builtIn().fullName(province);
        return new Words(name, name);
    }

    private static Words title(CircularOnRecord circular) {
        String title = circular.draft().textIfAny("title").orElse(circular.sha256());
        return new Words(title, title);
    }
}
