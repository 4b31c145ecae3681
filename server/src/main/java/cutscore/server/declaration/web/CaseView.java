package cutscore.server.declaration.web;

import cutscore.kernel.Words;
import cutscore.server.area.AreaAnswer;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Life;
import cutscore.server.declaration.SentEvidence;
import cutscore.server.declaration.Stage;
import cutscore.server.roster.RosterEntry;
import java.util.List;
import java.util.Optional;

/**
 * One declaration with what a reviewer needs to see.
 *
 * @param evidence the files that go with it
 * @param place the county's full name
 * @param answer whether it was a line area on the exam's first day
 * @param identity the identity number, masked
 */
record CaseView(
        DeclarationView declaration,
        List<SentEvidence> evidence,
        String place,
        Optional<AreaAnswer> answer,
        Optional<RosterEntry> entry,
        Optional<String> identity) {

    boolean isWaiting() {
        return declaration.stage() == Stage.SUBMITTED;
    }

    /** ok, out or unknown: the three ways a county answers. */
    String kind() {
        return switch (answer.orElse(null)) {
            case null -> "unknown";
            case AreaAnswer.In _ -> "ok";
            case AreaAnswer.Out _ -> "out";
            case AreaAnswer.NotKnown _, AreaAnswer.Counties _, AreaAnswer.NoSuchDivision _ ->
                    "unknown";
        };
    }

    Words area() {
        return switch (kind()) {
            case "ok" -> new Words("考试当天是单独划线地区", "a line area on the day of the exam");
            case "out" -> new Words("考试当天不是单独划线地区", "no line area on the day of the exam");
            default -> new Words("名单里查不到结论，请核实", "the lists do not say: verify");
        };
    }

    static Words step(Life.Step step) {
        return CaseWords.step(step);
    }

    static String mark(Stage stage) {
        return CaseWords.mark(stage);
    }
}
