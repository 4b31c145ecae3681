package cutscore.server.access;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.server.web.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the pages of officers show.
 *
 * @param viewer the administrator who looks
 */
record OfficersView(
        UUID viewer, List<OfficerLine> lines, List<ProposedGrant> grants, List<AccountStep> steps) {

    /**
     * Whether the viewer may take the second step: neither the proposer nor the one in question.
     */
    boolean mayConfirm(UUID officer, UUID proposer) {
        return !viewer.equals(officer) && !viewer.equals(proposer);
    }

    Optional<OfficerLine> line(UUID id) {
        return lines.stream().filter(line -> line.officer().id().equals(id)).findFirst();
    }

    String name(UUID id) {
        return line(id).map(line -> line.officer().name()).orElse("—");
    }

    /** Accounts that are not closed. */
    List<OfficerLine> open() {
        return lines.stream().filter(OfficerLine::isOpen).toList();
    }

    List<OfficerLine> closed() {
        return lines.stream().filter(line -> !line.isOpen()).toList();
    }

    /** The same, about one officer. */
    OfficersView about(UUID officer) {
        return new OfficersView(
                viewer,
                lines,
                grants.stream().filter(grant -> grant.officer().equals(officer)).toList(),
                steps.stream().filter(step -> step.officer().equals(officer)).toList());
    }

    boolean nothingWaits() {
        return grants.isEmpty() && steps.isEmpty();
    }

    /** The roles that this officer could be given and does not hold. */
    List<Role> roles(Officer officer) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.EXAMINEE)
                .filter(role -> role.isProvincial() == officer.province().isPresent())
                .filter(role -> !officer.roles().contains(role))
                .toList();
    }

    List<Role> held(Officer officer) {
        return officer.roles().stream().sorted().toList();
    }

    /** The province by its name, its code where it has none; nowhere is everywhere. */
    static String place(Optional<DivisionCode> province, Visit at) {
        return province.map(
                        code ->
                                Divisions.builtIn()
                                        .find(code)
                                        .map(Division::name)
                                        .orElse(code.value()))
                .orElseGet(() -> at.say("全国", "national"));
    }

    String roles(Officer officer, Visit at) {
        String held =
                officer.roles().stream()
                        .sorted()
                        .map(role -> at.say(role.title()))
                        .collect(Collectors.joining(at.say("、", ", ")));
        return held.isEmpty() ? at.say("还没有", "none yet") : held;
    }
}
