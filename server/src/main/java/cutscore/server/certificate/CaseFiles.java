package cutscore.server.certificate;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.IssueRoute;
import cutscore.kernel.seal.ValidityScope;
import cutscore.kernel.time.Period;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.Areas;
import cutscore.server.area.Designation;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.SentDeclaration;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Brings together, through their doors, what other modules know of declarants and areas. */
@Component
class CaseFiles {
    private static final String PARENT = "人社厅发〔2022〕25号";

    private final Declarations declarations;
    private final Rosters rosters;
    private final Areas areas;

    CaseFiles(Declarations declarations, Rosters rosters, Areas areas) {
        this.declarations = declarations;
        this.rosters = rosters;
        this.areas = areas;
    }

    /**
     * Everybody whose declaration was approved or rejected, in the roster's order. One that still
     * waits for the office or for its declarant is not decided about.
     */
    List<AwardFacts> reviewed(SessionId session) {
        var declared = new HashMap<String, SentDeclaration>();
        declarations.sent(
                session,
                d -> {
                    if (d.stage() == Stage.APPROVED || d.stage() == Stage.REJECTED) {
                        declared.put(d.admissionNumber(), d);
                    }
                });
        var out = new ArrayList<AwardFacts>(declared.size());
        rosters.entries(
                session,
                entry -> {
                    var declaration = declared.get(entry.admissionNumber());
                    if (declaration != null) {
                        out.add(facts(entry, declaration));
                    }
                });
        return out;
    }

    private static AwardFacts facts(RosterEntry entry, SentDeclaration declaration) {
        boolean ordinary = declaration.ground().route() == DeclaredGround.Route.ORDINARY;
        return new AwardFacts(
                declaration.id().value(),
                entry.session(),
                entry.admissionNumber(),
                entry.person(),
                entry.name(),
                entry.qualification(),
                entry.scores(),
                entry.voided(),
                ordinary ? IssueRoute.ORDINARY : IssueRoute.REPLACEMENT,
                declaration.province(),
                declaration.stage() == Stage.APPROVED);
    }

    /** Where certificates of that province and session count, by the list of that day. */
    ValidityScope scope(DivisionCode province, SessionId session, LocalDate linePublished) {
        var found = new ArrayList<ValidityScope.Area>();
        String circular = PARENT;
        for (var county : new TreeSet<>(areas.inForce(province, linePublished))) {
            if (areas.ask(county, linePublished) instanceof AreaAnswer.In in) {
                found.add(new ValidityScope.Area(county, period(in)));
                circular = circular.equals(PARENT) ? citation(in) : circular;
            }
        }
        var list = ValidityScope.listName(province, session);
        return new ValidityScope(province, session, list, circular, linePublished, found);
    }

    /** From the first designation to the last; open where one of them is. */
    private static Period period(AreaAnswer.In in) {
        var ends = in.grounds().stream().map(g -> g.inForce().to()).toList();
        boolean open = ends.stream().anyMatch(Objects::isNull);
        var last = ends.stream().filter(Objects::nonNull).max(LocalDate::compareTo);
        return new Period(in.since(), open ? null : last.orElse(null));
    }

    private static String citation(AreaAnswer.In in) {
        return in.grounds().stream()
                .map(Designation::document)
                .filter(d -> d.circular().isPresent())
                .findFirst()
                .map(d -> d.authority() + d.dated().map(day -> " " + day).orElse(""))
                .orElse(PARENT);
    }
}
