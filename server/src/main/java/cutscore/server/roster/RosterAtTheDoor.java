package cutscore.server.roster;

import cutscore.kernel.id.SessionId;
import cutscore.server.access.RosterCheck;
import cutscore.server.access.Sitting;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers what is asked at the door. */
@Component
class RosterAtTheDoor implements RosterCheck {
    private final Rosters rosters;

    RosterAtTheDoor(Rosters rosters) {
        this.rosters = rosters;
    }

    @Override
    public List<SessionId> sessions() {
        return rosters.sessions();
    }

    @Override
    public Optional<String> person(
            SessionId session, String admissionNumber, String identityNumber, String name) {
        return rosters.person(session, admissionNumber, identityNumber, name);
    }

    @Override
    public Optional<String> holder(SessionId session, String admissionNumber) {
        return rosters.find(session, admissionNumber).map(RosterEntry::person);
    }

    @Override
    public List<Sitting> sittings(String person) {
        return rosters.sittings(person).stream()
                .map(
                        entry ->
                                new Sitting(
                                        entry.session(),
                                        entry.admissionNumber(),
                                        entry.qualification().name()))
                .toList();
    }
}
