package cutscore.server.exam;

import cutscore.kernel.id.SessionId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The facts of {@code held-qualifications.csv}: what a session is known to have held, or not. */
final class HeldQualifications {
    private static final Map<String, Boolean> KNOWN =
            FactFile.rows("held-qualifications.csv").stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    row -> row[0] + " " + row[1], row -> row[2].equals("yes")));

    private HeldQualifications() {}

    static Optional<Boolean> held(SessionId session, String qualification) {
        return Optional.ofNullable(KNOWN.get(session + " " + qualification));
    }
}
