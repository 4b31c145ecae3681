package cutscore.server.access;

import cutscore.server.web.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the page of officers shows. */
record OfficersView(List<Officer> officers, List<ProposedGrant> waiting) {

    String name(UUID id) {
        return officers.stream()
                .filter(officer -> officer.id().equals(id))
                .map(Officer::name)
                .findFirst()
                .orElse("—");
    }

    /** All roles an officer can hold. */
    List<Role> roles() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.EXAMINEE).toList();
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
