package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.MissingProvince;
import cutscore.server.access.TwoPeople;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything a line is determined from, sealed at one moment. Nothing that happens later changes
 * it; a late change is a new snapshot.
 *
 * @param closed provinces whose ordinary window was over
 * @param missing provinces named as missing, with the reason
 * @param by the analyst who sealed it
 * @param ledgerIndex of the act "snapshot.sealed"
 * @param attempts how often its totals were typed wrongly
 * @param agreement the second person's; empty until then
 */
public record Snapshot(
        SnapshotId id,
        SessionId session,
        AreaScope scope,
        SealedInputs inputs,
        List<ClosedProvince> closed,
        List<MissingProvince> missing,
        UUID by,
        Instant at,
        long ledgerIndex,
        int attempts,
        Optional<Agreement> agreement) {

    /** The wrong typings that one snapshot bears; then a new one is sealed. */
    public static final int MOST_ATTEMPTS = 5;

    /** The second person typed the totals rightly. */
    public record Agreement(UUID by, Instant at) {}

    public Snapshot {
        closed = List.copyOf(closed);
        missing = List.copyOf(missing);
    }

    public boolean isAgreed() {
        return agreement.isPresent();
    }

    /** The one province a line determined from it is for; empty when it is for several. */
    public Optional<DivisionCode> province() {
        return switch (scope) {
            case AreaScope.Nationwide() -> Optional.empty();
            case AreaScope.OfProvince(var province) -> Optional.of(province);
            case AreaScope.OfCircular _ -> theOnlyOne();
        };
    }

    private Optional<DivisionCode> theOnlyOne() {
        var provinces =
                Stream.concat(
                                closed.stream().map(ClosedProvince::province),
                                missing.stream().map(MissingProvince::province))
                        .toList();
        return provinces.size() == 1 ? Optional.of(provinces.getFirst()) : Optional.empty();
    }

    /**
     * Whether the officer may see the totals and digests here: not before typing them, for they are
     * to be typed from elsewhere.
     */
    public boolean shows(UUID officer) {
        return isAgreed() || by.equals(officer);
    }

    /** Whether it holds just this and still waits for its second person. */
    boolean waitsFor(SessionId of, AreaScope areas, SealedInputs sealed, Provinces.Roll provinces) {
        return session.equals(of)
                && scope.equals(areas)
                && inputs.equals(sealed)
                && closed.equals(provinces.closed())
                && missing.equals(provinces.missing())
                && !isAgreed()
                && attempts < MOST_ATTEMPTS;
    }

    /**
     * @throws cutscore.server.access.SamePerson when the sealer would agree
     * @throws LineRefused when it was agreed before, or typed wrongly too often
     */
    void mayBeTypedBy(UUID second) {
        TwoPeople.require(by, second);
        if (isAgreed()) {
            throw new LineRefused(LineRefusal.SNAPSHOT_AGREED);
        }
        if (attempts >= MOST_ATTEMPTS) {
            throw new LineRefused(LineRefusal.TYPED_TOO_OFTEN);
        }
    }
}
