package cutscore.server.area.web;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.Areas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts the law book's answers for provinces into rows and squares. */
record AreaDrawing(Areas areas, AsOf asOf) {
    private static final Divisions DIVISIONS = Divisions.builtIn();
    private static final Pattern KIND_OF_UNIT = Pattern.compile("(自治县|自治旗|林区|特区|县|区|市|旗)$");
    private static final int MARK_LONGEST = 3;

    /** Every province of our table, in code order. */
    List<AreasView.Row> provinces() {
        return DIVISIONS.provinces().stream().map(p -> row(p, counties(p.code()))).toList();
    }

    /** The line areas of one province, or of all. */
    List<AreaAnswer.In> inForce(List<Division> provinces) {
        return provinces.stream()
                .flatMap(p -> counties(p.code()).stream())
                .filter(AreaAnswer.In.class::isInstance)
                .map(AreaAnswer.In.class::cast)
                .toList();
    }

    /** The counties of which nothing can be said. */
    List<AreaAnswer.NotKnown> notKnown(List<Division> provinces) {
        return provinces.stream()
                .flatMap(p -> counties(p.code()).stream())
                .filter(AreaAnswer.NotKnown.class::isInstance)
                .map(AreaAnswer.NotKnown.class::cast)
                .toList();
    }

    AreasView.Opened open(Division province) {
        var answers = counties(province.code());
        var groups = new LinkedHashMap<String, List<AreasView.Tile>>();
        answers.forEach(
                a ->
                        groups.computeIfAbsent(prefecture(a.code()), _ -> new ArrayList<>())
                                .add(tile(a)));
        return new AreasView.Opened(
                row(province, answers),
                groups.entrySet().stream().map(AreaDrawing::group).toList(),
                inForce(List.of(province)),
                notKnown(List.of(province)));
    }

    private List<AreaAnswer> counties(DivisionCode province) {
        return areas.ask(province, asOf.on(), asOf.known())
                        instanceof AreaAnswer.Counties(_, _, var all)
                ? all
                : List.of();
    }

    private static AreasView.Row row(Division province, List<AreaAnswer> answers) {
        int in = (int) answers.stream().filter(AreaAnswer.In.class::isInstance).count();
        int open = (int) answers.stream().filter(AreaAnswer.NotKnown.class::isInstance).count();
        return new AreasView.Row(province, in, answers.size(), open);
    }

    private static AreasView.Group group(Map.Entry<String, List<AreasView.Tile>> entry) {
        return new AreasView.Group(entry.getKey(), entry.getValue());
    }

    private static String prefecture(DivisionCode county) {
        return DIVISIONS.find(county.prefecture()).map(Division::name).orElse("");
    }

    private static AreasView.Tile tile(AreaAnswer answer) {
        String name = DIVISIONS.find(answer.code()).map(Division::name).orElse("");
        var kind =
                switch (answer) {
                    case AreaAnswer.In _ -> AreasView.Tile.Kind.IN;
                    case AreaAnswer.NotKnown _ -> AreasView.Tile.Kind.UNKNOWN;
                    case AreaAnswer.Out _, AreaAnswer.Counties _, AreaAnswer.NoSuchDivision _ ->
                            AreasView.Tile.Kind.OUT;
                };
        return new AreasView.Tile(answer.code(), name, mark(name), kind);
    }

    /** 道孚县 → 道孚, 若尔盖县 → 若尔盖, 峨边彝族自治县 → 峨边: what people say, where a square has room. */
    private static String mark(String name) {
        String stem = KIND_OF_UNIT.matcher(name).replaceFirst("");
        if (stem.length() <= 1) {
            return name;
        }
        boolean fits = stem.length() <= MARK_LONGEST && !stem.endsWith("族");
        return fits ? stem : stem.substring(0, 2);
    }
}
