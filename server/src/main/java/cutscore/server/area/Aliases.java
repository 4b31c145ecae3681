package cutscore.server.area;

import cutscore.kernel.id.DivisionCode;
import java.util.List;
import java.util.Map;

/** Spellings that circulars used and officers resolved: 道乎县 is 道孚县 513326. */
record Aliases(Map<String, List<DivisionCode>> byWriting) {

    List<DivisionCode> find(String written) {
        return byWriting.getOrDefault(written, List.of());
    }
}
