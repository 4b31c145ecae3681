package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.web.Visit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One request of somebody signed in, as a template needs to see it. A handler takes it as a
 * parameter and hands it to {@code @template.access.staff}.
 *
 * @param at language, place, hour
 * @param name who is signed in
 * @param roles what for
 * @param province of provincial officers
 * @param token the CSRF token: the hidden field {@code _csrf} of every form that changes something
 * @param rooms where this person works
 * @param said what the last step came to, once, after the redirect; empty otherwise
 */
public record Desk(
        Visit at,
        String name,
        Set<Role> roles,
        Optional<DivisionCode> province,
        String token,
        List<DeskRoom> rooms,
        Optional<Words> said) {

    public Desk {
        roles = Set.copyOf(roles);
        rooms = List.copyOf(rooms);
    }

    /** Whether the person holds the role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** The roles' names, in the reader's language. */
    public String duties() {
        return roles.stream()
                .sorted()
                .map(role -> at.say(role.title()))
                .collect(java.util.stream.Collectors.joining(at.say("、", ", ")));
    }
}
