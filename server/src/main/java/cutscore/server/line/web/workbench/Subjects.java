package cutscore.server.line.web.workbench;

import cutscore.kernel.Words;
import cutscore.kernel.id.Qualification;
import java.util.List;

/** What a subject of a key is called. */
final class Subjects {
    private static final List<Words> PLACES =
            List.of(
                    new Words("科目一", "Subject 1"),
                    new Words("科目二", "Subject 2"),
                    new Words("科目三", "Subject 3"));

    private Subjects() {}

    /** Its own name where all qualifications share it, else its place. */
    static Words name(List<Qualification> qualifications, int subject) {
        var names =
                qualifications.stream()
                        .filter(q -> q.subjects().size() > subject)
                        .map(q -> q.subjects().get(subject))
                        .distinct()
                        .toList();
        return names.size() == 1
                ? new Words(names.getFirst(), names.getFirst())
                : PLACES.get(subject);
    }
}
