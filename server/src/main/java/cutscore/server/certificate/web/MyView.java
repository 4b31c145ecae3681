package cutscore.server.certificate.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.IssueRoute;
import cutscore.kernel.seal.ValidityScope;
import cutscore.server.certificate.CertificateOnRecord;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Life;
import java.util.List;
import java.util.Optional;

/**
 * Everything an examinee sees of their own case.
 *
 * @param qualification in Chinese, when the roster knows the person
 * @param counties where the certificate counts, by the list of the day the line was published
 */
record MyView(
        SessionId session,
        Optional<String> qualification,
        MyAnswer answer,
        Optional<DeclarationView> declaration,
        Optional<MyAward> award,
        List<MySubject> subjects,
        Optional<CertificateOnRecord> certificate,
        List<DivisionCode> counties) {

    MyView {
        subjects = List.copyOf(subjects);
        counties = List.copyOf(counties);
    }

    static List<DivisionCode> counties(ValidityScope scope) {
        return List.copyOf(scope.inForce(scope.linePublished()));
    }

    static String name(DivisionCode division) {
        return Divisions.builtIn().fullName(division);
    }

    /** Whether there is a paper to be had: sealed, and not void. */
    boolean hasPaper() {
        return certificate
                .filter(held -> held.state() == CertificateOnRecord.State.ISSUED)
                .isPresent();
    }

    static Words route(IssueRoute route) {
        return switch (route) {
            case ORDINARY ->
                    new Words("四(一)：" + route.chinese(), "四(一): issued as every certificate");
            case REPLACEMENT ->
                    new Words(
                            "四(二)：" + route.chinese(),
                            "四(二): issued by the procedure for replacements");
        };
    }

    static Words step(Life.Step step) {
        return switch (step) {
            case APPROVE -> new Words("审核通过", "approved");
            case RETURN -> new Words("退回补正", "returned for correction");
            case REJECT -> new Words("审核不通过", "rejected");
            case RESUBMIT -> new Words("您补正后再次提交", "you sent it again, corrected");
            case WITHDRAW -> new Words("您撤回了申报", "you withdrew it");
            case REOPEN -> new Words("重新审核", "opened again for review");
        };
    }
}
