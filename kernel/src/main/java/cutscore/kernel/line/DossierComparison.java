package cutscore.kernel.line;

import cutscore.kernel.seal.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between a dossier and its recomputation, member by member. The engine's version
 * alone may differ.
 */
public final class DossierComparison {
    private static final String VERSION = ".engine.version";
    private static final List<String> LABELS = List.of("key", "name", "mark", "total", "province");

    private final List<Difference> differences = new ArrayList<>();

    private DossierComparison() {}

    /**
     * One difference.
     *
     * @param path {@code keys[高级].table[40].passed}
     * @param dossier what the dossier says, as JSON; null when it says nothing
     * @param recomputed what comes out, as JSON; null when nothing does
     */
    public record Difference(String path, @Nullable String dossier, @Nullable String recomputed) {

        @Override
        public String toString() {
            return path
                    + ": 档案/dossier "
                    + (dossier == null ? "—" : dossier)
                    + " ≠ 重算/recomputed "
                    + (recomputed == null ? "—" : recomputed);
        }
    }

    /** Empty when they are identical but for the engine's version. */
    public static List<Difference> between(Json dossier, Json recomputed) {
        var comparison = new DossierComparison();
        comparison.compare("", dossier, recomputed);
        return List.copyOf(comparison.differences);
    }

    private void compare(String path, @Nullable Json left, @Nullable Json right) {
        if (path.equals(VERSION)) {
            return;
        }
        if (left instanceof Json.Obj one && right instanceof Json.Obj other) {
            members(path, one.members(), other.members(), ".");
        } else if (left instanceof Json.Arr one && right instanceof Json.Arr other) {
            items(path, one.items(), other.items());
        } else if (left == null || right == null || !left.canonical().equals(right.canonical())) {
            differences.add(new Difference(path.substring(1), text(left), text(right)));
        }
    }

    private void members(
            String path, Map<String, Json> one, Map<String, Json> other, String before) {
        Set<String> names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            String step = before.equals(".") ? "." + name : "[" + name + "]";
            compare(path + step, one.get(name), other.get(name));
        }
    }

    private void items(String path, List<Json> one, List<Json> other) {
        var left = labelled(one);
        var right = labelled(other);
        boolean sameItems = left.keySet().equals(right.keySet());
        if (sameItems && !List.copyOf(left.keySet()).equals(List.copyOf(right.keySet()))) {
            differences.add(
                    new Difference(
                            path.substring(1) + " (次序/order)",
                            String.join(" ", left.keySet()),
                            String.join(" ", right.keySet())));
        }
        members(path, left, right, "[");
    }

    /** Items by their key, name or mark; by their place where those are missing or not unique. */
    private static Map<String, Json> labelled(List<Json> items) {
        Map<String, Json> byLabel = new LinkedHashMap<>();
        for (Json item : items) {
            String label = label(item, byLabel.size());
            if (byLabel.putIfAbsent(label, item) != null) {
                return byPlace(items);
            }
        }
        return byLabel;
    }

    private static Map<String, Json> byPlace(List<Json> items) {
        Map<String, Json> byPlace = new LinkedHashMap<>();
        items.forEach(item -> byPlace.put("#" + byPlace.size(), item));
        return byPlace;
    }

    private static String label(Json item, int place) {
        if (item instanceof Json.Obj object) {
            for (String name : LABELS) {
                var label = object.textIfAny(name);
                if (label.isPresent()) {
                    return label.get();
                }
            }
        }
        return "#" + place;
    }

    private static @Nullable String text(@Nullable Json json) {
        return json == null ? null : json.canonical();
    }
}
