package cutscore.server.declaration.bench;

import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.Designation;
import cutscore.server.declaration.DecisionTrace;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Doubt;
import cutscore.server.declaration.Reason;
import cutscore.server.declaration.ReturnItem;
import cutscore.server.declaration.ReviewOutcome;
import cutscore.server.declaration.SecondLook;
import cutscore.server.declaration.Stage;
import cutscore.server.declaration.eligibility.Hint;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.EvidenceAsked;
import cutscore.server.exam.ProvinceRule;
import cutscore.server.roster.RosterEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One case on the bench.
 *
 * @param entry what the roster says
 * @param identity the identity number, its middle hidden
 * @param area whether the county was a line area on the exam's first day, and by which document
 * @param hints what the rules find now
 * @param barred why this officer does not decide it
 * @param asked what its last return asked for
 * @param returns reasons for a return, the most used first
 * @param rejects reasons for a rejection
 */
record BenchCase(
        DeclarationView declaration,
        Optional<RosterEntry> entry,
        String identity,
        AreaAnswer area,
        ProvinceRule rule,
        EvidenceAsked evidence,
        List<BenchFile> files,
        List<Hint> hints,
        Optional<ReviewOutcome.Why> barred,
        Optional<Doubt> doubt,
        Optional<SecondLook> look,
        Optional<DecisionTrace> trace,
        List<ReturnItem> asked,
        List<Reason> returns,
        List<Reason> rejects) {

    boolean isWaiting() {
        return declaration.stage() == Stage.SUBMITTED;
    }

    /** Whether this officer can decide it now. */
    boolean decidable() {
        return isWaiting() && barred.isEmpty();
    }

    String place() {
        return Divisions.builtIn().fullName(declaration.place());
    }

    String registered() {
        return entry.map(one -> Divisions.builtIn().fullName(one.division())).orElse("");
    }

    boolean sameCounty() {
        return entry.filter(one -> one.division().equals(declaration.place())).isPresent();
    }

    boolean meetsNational() {
        return entry.filter(one -> one.reaches(one.qualification().national())).isPresent();
    }

    /** The clause an approval rests on: 四(二) for who works there. */
    String clause() {
        return declaration.ground() == DeclaredGround.WORKS ? "四(二)" : "四(一)";
    }

    /** The documents that make the county a line area. */
    List<Designation.Document> documents() {
        return area instanceof AreaAnswer.In in
                ? in.grounds().stream().map(Designation::document).distinct().toList()
                : List.of();
    }

    /** ok, bad or unknown. */
    String areaMark() {
        return switch (area) {
            case AreaAnswer.In _ -> "ok";
            case AreaAnswer.Out _ -> "bad";
            case AreaAnswer.NotKnown _, AreaAnswer.Counties _, AreaAnswer.NoSuchDivision _ ->
                    "unknown";
        };
    }

    Words areaWords() {
        return switch (areaMark()) {
            case "ok" -> new Words("考试当天是单独划线地区", "a line area on the day of the exam");
            case "bad" -> new Words("考试当天不是单独划线地区", "no line area on the day of the exam");
            default -> new Words("名单里查不到结论，请核实", "the lists do not say: verify");
        };
    }

    /** Something a return can ask to be mended. */
    record Mendable(String item, Words name) {}

    /** The papers of this ground, those that were sent beside them, and the facts of the form. */
    List<Mendable> mendable() {
        var all = new ArrayList<Mendable>();
        evidence.items().forEach(one -> all.add(new Mendable(one.id(), one.name())));
        for (var file : files) {
            if (all.stream().noneMatch(one -> one.item().equals(file.item()))) {
                all.add(new Mendable(file.item(), file.name()));
            }
        }
        all.add(new Mendable(ReturnItem.GROUND, new Words("属于哪一类", "The ground")));
        if (declaration.ground() != DeclaredGround.REGISTERED) {
            all.add(new Mendable(ReturnItem.PLACE, new Words("县（市、区）", "The county")));
        }
        if (declaration.ground() == DeclaredGround.WORKS) {
            all.add(new Mendable(ReturnItem.EMPLOYER, new Words("工作单位", "The employer")));
        }
        return all;
    }

    String nameOf(String item) {
        return mendable().stream()
                .filter(one -> one.item().equals(item))
                .map(one -> one.name().zh())
                .findFirst()
                .orElse(item);
    }

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "BenchCase[" + declaration.id() + "]";
    }
}
