package cutscore.server.cycle;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.DemoAccounts;
import cutscore.server.certificate.Awards;
import cutscore.server.certificate.CertificateOnRecord.State;
import cutscore.server.certificate.Certificates;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.SentDeclaration;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.DeclaredGround;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Examinees who can sign in after a play: the first, by admission number, of each result worth
 * looking at. A result that nobody has is left out.
 */
@Component
record Showcase(
        Declarations declarations, Awards awards, Certificates certificates, DemoAccounts demo) {

    /** Opens their accounts. */
    List<DemoAccounts.Account> open(SessionId session, DemoAccounts.Key key) {
        var sent = new ArrayList<SentDeclaration>();
        declarations.sent(session, sent::add);
        var out = new ArrayList<DemoAccounts.Account>();
        for (var part : parts()) {
            sent.stream()
                    .filter(part.is())
                    .findFirst()
                    .map(
                            who ->
                                    demo.openExaminee(
                                            part.signInName(),
                                            session,
                                            who.admissionNumber(),
                                            part.sees(),
                                            key))
                    .ifPresent(out::add);
        }
        return List.copyOf(out);
    }

    private record Part(String signInName, Words sees, Predicate<SentDeclaration> is) {}

    private List<Part> parts() {
        return List.of(
                new Part(
                        "awarded",
                        new Words(
                                "报名地在单独划线地区，达到单独划线合格标准：结果、逐科说明、证书",
                                "registered in a line area, reaches the separate line: result,"
                                        + " subject by subject, certificate"),
                        who -> holds(who, DeclaredGround.Route.ORDINARY)),
                new Part(
                        "awarded-works",
                        new Words(
                                "到单独划线地区工作，达到单独划线合格标准：证书按补证程序办理",
                                "works in a line area, reaches the separate line: certificate by"
                                        + " the replacement procedure"),
                        who -> holds(who, DeclaredGround.Route.REPLACEMENT)),
                new Part(
                        "not-met",
                        new Words(
                                "没有达到单独划线合格标准：差在哪一科，依据哪一条",
                                "does not reach the separate line: in which subject, by which"
                                        + " clause"),
                        this::isBelow),
                new Part(
                        "rejected",
                        new Words(
                                "申报没有通过审核：理由和条款",
                                "the declaration was rejected: the reason and the clause"),
                        who -> who.stage() == Stage.REJECTED));
    }

    private boolean holds(SentDeclaration who, DeclaredGround.Route route) {
        return who.ground().route() == route
                && certificates
                        .of(who.id().value())
                        .filter(held -> held.state() == State.ISSUED)
                        .isPresent();
    }

    private boolean isBelow(SentDeclaration who) {
        return awards.explanation(who.id().value())
                .filter(why -> why.text("outcome").equals("below-line"))
                .isPresent();
    }
}
