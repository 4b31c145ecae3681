package cutscore.server.declaration.declare;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.score.SubjectScore;
import cutscore.server.area.AreaAnswer;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.ReturnItem;
import cutscore.server.declaration.Stage;
import cutscore.server.evidence.EvidenceFile;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.EvidenceAsked;
import cutscore.server.exam.EvidenceItem;
import cutscore.server.exam.ProvinceRule;
import cutscore.server.exam.Round;
import cutscore.server.roster.RosterEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Everything that the declare pages show of one sitting.
 *
 * @param maskedIdentity the identity number, its middle hidden
 * @param registered whether the county of registration was a line area on the day of the exam
 * @param standing of the windows of the province that the draft leads to
 * @param rule which grounds that province's circular names
 * @param asked what evidence it asks for on the chosen ground
 * @param files what was uploaded so far
 * @param declared the sitting's declaration that is not withdrawn
 * @param mending what its return asked for, one by one; empty where its reason says it all
 */
record Sheet(
        RosterEntry entry,
        String maskedIdentity,
        AreaAnswer registered,
        Optional<Draft> draft,
        Standing standing,
        ProvinceRule rule,
        EvidenceAsked asked,
        List<EvidenceFile> files,
        Optional<DeclarationView> declared,
        List<ReturnItem> mending) {

    SessionId session() {
        return entry.session();
    }

    Answers answers() {
        return draft.map(Draft::answers).orElse(Answers.NONE);
    }

    boolean inArea() {
        return registered instanceof AreaAnswer.In;
    }

    /** Registered in a line area, of a province whose circular does not ask for another ground. */
    boolean mayRegister() {
        return inArea() && rule.grounds().contains(DeclaredGround.REGISTERED);
    }

    /** One subject as the roster has it. */
    record Mark(String name, Words mark) {}

    List<Mark> marks() {
        var subjects = entry.qualification().subjects();
        return IntStream.range(0, entry.scores().size())
                .mapToObj(at -> new Mark(subjects.get(at), said(entry.scores().get(at))))
                .toList();
    }

    private static Words said(SubjectScore score) {
        return switch (score) {
            case SubjectScore.Marked(var mark) -> new Words(mark + " 分", mark + " points");
            case SubjectScore.Absent _ -> new Words("缺考", "absent");
            case SubjectScore.Voided _ -> new Words("违纪，无成绩", "voided");
        };
    }

    boolean meetsNationalLine() {
        return entry.reaches(entry.qualification().national());
    }

    /** A declaration that is neither returned nor withdrawn: nothing to fill in any more. */
    boolean isDone() {
        return declared.filter(one -> one.stage() != Stage.RETURNED).isPresent();
    }

    boolean mends() {
        return declared.filter(one -> one.stage() == Stage.RETURNED).isPresent();
    }

    /** Which round the window belongs to; the ordinary one where none was announced. */
    static Round round(Standing standing) {
        return switch (standing) {
            case Standing.Open(var window, _) -> window.round();
            case Standing.Coming(var window) -> window.round();
            case Standing.Closed(var window) -> window.round();
            case Standing.None _ -> Round.ORDINARY;
        };
    }

    /** 四川省甘孜藏族自治州道孚县. */
    static String name(DivisionCode code) {
        return Divisions.builtIn().fullName(code);
    }

    /** The county that the ground rests on, once it is known. */
    Optional<DivisionCode> county() {
        return answers().ground().filter(g -> g == DeclaredGround.REGISTERED).isPresent()
                ? Optional.of(registered.code())
                : answers().place();
    }

    boolean placeIsDone() {
        return answers().ground().isPresent() && county().isPresent();
    }

    List<EvidenceFile> files(EvidenceItem item) {
        return files.stream().filter(file -> file.item().equals(item.id())).toList();
    }

    /** The reviewer's words beside one thing that is to be mended. */
    Optional<String> toMend(String item) {
        return mending.stream()
                .filter(one -> one.item().equals(item))
                .map(ReturnItem::words)
                .findFirst();
    }

    /** Whether a fact is shown for a change: all of them, or those the return asked for. */
    boolean mayChange(String fact) {
        return mending.isEmpty()
                || toMend(fact).isPresent()
                || toMend(ReturnItem.GROUND).isPresent();
    }

    /** The papers to send: all that are asked for, or those the return asked for. */
    List<EvidenceItem> items() {
        boolean all = mending.isEmpty() || toMend(ReturnItem.GROUND).isPresent();
        return all
                ? asked.items()
                : mending.stream().filter(one -> !one.isFact()).map(this::paper).toList();
    }

    private EvidenceItem paper(ReturnItem one) {
        var known = asked.items().stream().filter(item -> item.id().equals(one.item())).findFirst();
        var name = known.map(EvidenceItem::name).orElse(new Words("证明材料", "Evidence"));
        var what = known.map(EvidenceItem::what).orElse(new Words("", ""));
        return new EvidenceItem(one.item(), name, what, true);
    }

    /** What a thing to mend is called. */
    Words nameOf(ReturnItem one) {
        return switch (one.item()) {
            case ReturnItem.GROUND -> new Words("属于哪一类", "Which case is yours");
            case ReturnItem.PLACE -> new Words("县（市、区）", "The county");
            case ReturnItem.EMPLOYER -> new Words("工作单位", "The employer");
            default -> paper(one).name();
        };
    }

    /** The page where it is mended. */
    static String page(ReturnItem one) {
        return switch (one.item()) {
            case ReturnItem.GROUND -> "/me/declare/ground";
            case ReturnItem.PLACE, ReturnItem.EMPLOYER -> "/me/declare/place";
            default -> "/me/declare/evidence";
        };
    }

    /** Items that the province demands and that have no file yet. */
    List<EvidenceItem> missing() {
        return items().stream()
                .filter(EvidenceItem::required)
                .filter(item -> files(item).isEmpty())
                .toList();
    }

    /** Whether it was sent, and evidence may still follow. */
    boolean follows(Instant now) {
        return declared.filter(one -> one.stage() == Stage.SUBMITTED)
                .flatMap(DeclarationView::evidenceUntil)
                .filter(until -> !now.isAfter(until))
                .isPresent();
    }

    /** Whether evidence may follow after the submission; what a return asked for may not. */
    boolean mayFollow() {
        return mending.isEmpty()
                && standing instanceof Standing.Open(var window, _)
                && window.uploadTrail().isPositive();
    }

    boolean evidenceIsDone() {
        return items().isEmpty()
                || (answers().evidenceSeen() && (missing().isEmpty() || mayFollow()));
    }

    boolean isComplete() {
        return answers().confirmed() && placeIsDone() && evidenceIsDone();
    }

    /** The first page that is not done yet. */
    String next() {
        if (!answers().confirmed()) {
            return "/me/declare/you";
        }
        if (answers().ground().isEmpty()) {
            return "/me/declare/ground";
        }
        if (!placeIsDone()) {
            return "/me/declare/place";
        }
        return evidenceIsDone() ? "/me/declare/check" : "/me/declare/evidence";
    }
}
