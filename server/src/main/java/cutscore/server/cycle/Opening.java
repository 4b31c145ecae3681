package cutscore.server.cycle;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.circular.CircularDraft;
import cutscore.kernel.circular.CircularReader;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a circular must say before a session can be played by it.
 *
 * @param draft as it was read
 * @param session the one session it is about
 * @param province whose areas it lists
 * @param window the declaration window
 */
record Opening(CircularDraft draft, SessionId session, DivisionCode province, Window window) {

    /**
     * @throws Unreadable naming everything that is missing for a cycle
     */
    static Opening of(String text) {
        var draft = CircularReader.read(text, Divisions.builtIn());
        var missing = new ArrayList<Fault>();
        if (draft.areas().isEmpty()) {
            missing.add(
                    missing(
                            "NO_AREAS",
                            "通知没有列出单独划线地区",
                            "the circular lists no separate-line areas"));
        }
        if (draft.declarationWindow().isEmpty()) {
            missing.add(
                    missing("NO_WINDOW", "通知没有写申报时间", "the circular names no declaration window"));
        }
        if (draft.sessions().size() != 1) {
            missing.add(
                    missing(
                            "NOT_ONE_SESSION",
                            "通知应当只说一个软考考次，这里有 " + draft.sessions().size() + " 个",
                            "the circular should be about one session, not "
                                    + draft.sessions().size()));
        }
        var provinces = provinces(draft);
        if (provinces.size() > 1) {
            missing.add(
                    missing(
                            "NOT_ONE_PROVINCE",
                            "通知列出了 " + provinces.size() + " 个省的地区",
                            "the circular lists areas of " + provinces.size() + " provinces"));
        }
        if (!missing.isEmpty()) {
            throw new Unreadable(missing);
        }
        return new Opening(
                draft,
                draft.sessions().getFirst(),
                provinces.first(),
                draft.declarationWindow().orElseThrow());
    }

    /** The exam's first day; about it, where it is not on record. */
    LocalDate examDay() {
        return ExamDays.about(session);
    }

    Timeline timeline() {
        return Timeline.of(draft, window);
    }

    List<DivisionCode> areas() {
        return draft.areas().stream().map(CircularDraft.Area::code).sorted().toList();
    }

    /** The suggested codes of its spelling doubts, which the officers of the play accept. */
    Set<DivisionCode> doubts() {
        return draft.spellingDoubts().stream()
                .map(CircularDraft.SpellingDoubt::code)
                .collect(Collectors.toSet());
    }

    private static TreeSet<DivisionCode> provinces(CircularDraft draft) {
        return draft.areas().stream()
                .map(area -> area.code().province())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Fault missing(String code, String zh, String en) {
        return Fault.of(
                        code,
                        new Words(zh, en),
                        new Words(
                                "完整的一个考次需要一份省级申领通知（地区、申报时间、考次）",
                                "a whole cycle takes a province's circular with areas, window and"
                                        + " session"))
                .in("circular");
    }
}
