package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who works here, as the doors of all modules take them.
 *
 * @param id names the officer in the ledger; never changes, never given again
 * @param name as colleagues know them
 * @param roles what two administrators granted
 * @param province of provincial officers, whose duty ends at its border
 */
public record Officer(UUID id, String name, Set<Role> roles, Optional<DivisionCode> province) {

    /**
     * @throws IllegalArgumentException for a code that is no province's, or two administrators in
     *     one
     */
    public Officer {
        roles = Set.copyOf(roles);
        if (province.isPresent() && !province.get().isProvince()) {
            throw new IllegalArgumentException("not a province: " + province.get());
        }
        if (roles.stream().filter(Role.ADMINISTRATORS::contains).count() > 1) {
            throw new IllegalArgumentException(
                    "nobody holds two of the three administrators' roles");
        }
    }

    /**
     * @throws AccessRefused when the officer does not hold the role
     */
    public void must(Role role) {
        if (!roles.contains(role)) {
            throw new AccessRefused(
                    new Words(
                            "这一步要由" + role.title().zh() + "办理",
                            "this step belongs to the " + role.title().en()));
        }
    }

    /**
     * @throws AccessRefused when the officer does not hold the role in that very province
     */
    public void mustServe(Role role, DivisionCode place) {
        must(role);
        if (province.isEmpty() || !province.get().equals(place.province())) {
            throw new AccessRefused(new Words("这件事不在你的省份范围内", "this lies outside your province"));
        }
    }
}
