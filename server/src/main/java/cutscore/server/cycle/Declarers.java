package cutscore.server.cycle;

import cutscore.kernel.circular.CircularDraft.Group;
import cutscore.kernel.circular.CircularDraft.Who;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.score.SubjectScore;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.roster.RosterEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Who of the roster declares: of those below the national line, most who registered in an area, and
 * a few who registered elsewhere and work in one. Chance decides from the seed and the admission
 * number.
 */
final class Declarers {
    private static final int REGISTERED_PERMILLE = 700;
    private static final int WORKING_PERMILLE = 2;

    private final List<DivisionCode> areas;
    private final Set<DivisionCode> within;
    private final List<Who> groups;
    private final Chance chance;
    private final List<Declarer> chosen = new ArrayList<>();

    /**
     * One who will declare.
     *
     * @param order people arrive by it
     */
    record Declarer(
            String admissionNumber, DeclaredGround ground, DivisionCode place, long order) {}

    Declarers(Opening opening, Chance chance) {
        this.areas = opening.areas();
        this.within = Set.copyOf(areas);
        this.groups = opening.draft().groups().stream().map(Group::who).distinct().toList();
        this.chance = chance;
    }

    /** Looks at one examinee; keeps them only if they declare. */
    void consider(RosterEntry entry) {
        if (entry.voided()
                || entry.reaches(entry.qualification().national())
                || entry.scores().stream().noneMatch(SubjectScore::sat)) {
            return;
        }
        String number = entry.admissionNumber();
        if (within.contains(entry.division())) {
            if (chance.lets("declares", number, REGISTERED_PERMILLE)) {
                add(number, groundOfRegistered(), entry.division());
            }
        } else if (workersMayDeclare() && chance.lets("works", number, WORKING_PERMILLE)) {
            add(number, DeclaredGround.WORKS, areas.get(chance.draw("at", number, areas.size())));
        }
    }

    /** In the order in which they arrive. */
    List<Declarer> inOrder() {
        chosen.sort(
                Comparator.comparingLong(Declarer::order).thenComparing(Declarer::admissionNumber));
        return List.copyOf(chosen);
    }

    private void add(String number, DeclaredGround ground, DivisionCode place) {
        chosen.add(new Declarer(number, ground, place, chance.order("arrives", number)));
    }

    private DeclaredGround groundOfRegistered() {
        boolean byHousehold = !groups.contains(Who.REGISTERED) && groups.contains(Who.HOUSEHOLD);
        return byHousehold ? DeclaredGround.HOUSEHOLD : DeclaredGround.REGISTERED;
    }

    private boolean workersMayDeclare() {
        return groups.isEmpty() || groups.contains(Who.WORKS);
    }
}
