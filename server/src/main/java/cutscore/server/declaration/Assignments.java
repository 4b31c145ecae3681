package cutscore.server.declaration;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Officer;
import cutscore.server.access.OfficerClosed;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.declaration.AssignmentTable.Counts;
import cutscore.server.declaration.AssignmentTable.Why;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of a province works on which declaration (分派): given by a lead, taken by oneself, dealt out
 * evenly, handed over. An assignment orders the work; it opens nothing that the officer's province
 * does not, and it is no official act. Its history is kept.
 */
@Component
public class Assignments {
    private static final List<Stage> OPEN = List.of(Stage.SUBMITTED, Stage.RETURNED);

    private final AssignmentTable table;
    private final Officers officers;
    private final InstantSource clock;
    private final TermTable terms;

    Assignments(AssignmentTable table, Officers officers, InstantSource clock, TermTable terms) {
        this.table = table;
        this.officers = officers;
        this.clock = clock;
        this.terms = terms;
    }

    /** Who works on it, if anybody does. */
    public Optional<UUID> officerOf(DeclarationId id) {
        return Optional.ofNullable(table.officersOf(List.of(id)).get(id));
    }

    /** The same for many; nobody's are not in it. */
    public Map<DeclarationId, UUID> officersOf(Collection<DeclarationId> ids) {
        return table.officersOf(ids);
    }

    /** Whether it is that officer's or nobody's. */
    public boolean isFor(DeclarationId id, Officer officer) {
        return officerOf(id).map(officer.id()::equals).orElse(true);
    }

    /** Reviewers and leads of a province, in the order they came. */
    public List<Officer> staff(DivisionCode province) {
        return officers.all().stream()
                .filter(one -> one.province().equals(Optional.of(province)))
                .filter(one -> one.roles().stream().anyMatch(Role::isProvincial))
                .toList();
    }

    /**
     * Gives declarations to an officer, whoever had them.
     *
     * @param lead of the same province
     * @return how many are that officer's now: of another province, or decided, is none of them
     * @throws AccessRefused when either of the two is not of the province
     */
    @Transactional
    public int assign(Collection<DeclarationId> ids, UUID officer, Officer lead) {
        var province = leads(lead);
        mustWorkIn(province, officer);
        table.lock(province);
        var moves = new LinkedHashMap<DeclarationId, UUID>();
        table.open(ids, province).forEach(id -> moves.put(id, officer));
        table.insert(moves, Why.ASSIGNED, lead.id(), clock.instant());
        return moves.size();
    }

    /**
     * Takes one that is nobody's.
     *
     * @return whether it is this officer's now
     */
    @Transactional
    public boolean take(DeclarationId id, Officer officer) {
        var province = officer.province().orElseThrow(Assignments::elsewhere);
        Reviews.mustReview(officer, province);
        table.lock(province);
        var holder = officerOf(id);
        if (holder.isEmpty() && !table.open(List.of(id), province).isEmpty()) {
            table.insert(Map.of(id, officer.id()), Why.TAKEN, officer.id(), clock.instant());
            return true;
        }
        return holder.equals(Optional.of(officer.id()));
    }

    /** Puts one of the officer's own back to nobody: who must not decide it, may say so. */
    @Transactional
    public boolean putBack(DeclarationId id, Officer officer) {
        var at = clock.instant();
        return table.free(officer.id(), id.value(), Why.PUT_BACK, officer.id(), at) > 0;
    }

    /**
     * Deals everything that waits out over the province's reviewers, so that no two differ by more
     * than one; what a lead keeps, stays.
     *
     * @return how many changed hands
     */
    @Transactional
    public int balance(Officer lead) {
        var province = leads(lead);
        table.lock(province);
        var waiting = table.cases(province, List.of(Stage.SUBMITTED), Optional.empty());
        var moves = Evenly.deal(waiting, reviewers(province));
        table.insert(moves, Why.BALANCED, lead.id(), clock.instant());
        return moves.size();
    }

    /**
     * Hands all open cases of one officer over: to another, or evenly to the other reviewers.
     *
     * @return how many changed hands
     * @throws AccessRefused when somebody is not of the lead's province, or nobody is there to take
     *     them
     */
    @Transactional
    public int handOver(UUID from, Optional<UUID> to, Officer lead) {
        var province = leads(lead);
        mustWorkIn(province, from);
        to.ifPresent(officer -> mustWorkIn(province, officer));
        var takers =
                to.map(List::of).orElseGet(() -> reviewers(province)).stream()
                        .filter(one -> !one.equals(from))
                        .toList();
        if (takers.isEmpty()) {
            throw new AccessRefused(
                    new Words("没有别的审核员可以接手", "there is no other reviewer to take them over"));
        }
        table.lock(province);
        var given =
                table.cases(province, OPEN, Optional.of(from)).stream()
                        .map(one -> new Evenly.Case(one.id(), Optional.empty(), one.typedBy()))
                        .toList();
        var moves = Evenly.deal(given, takers);
        table.insert(moves, Why.HANDED_OVER, lead.id(), clock.instant());
        return moves.size();
    }

    /**
     * What lies with each officer of the lead's province, the fullest hands first.
     *
     * @throws AccessRefused when he is no lead
     */
    public List<Workload> workloads(Officer lead) {
        var province = leads(lead);
        var counts = table.counts(province, late(province));
        return staff(province).stream()
                .map(one -> of(one, counts.getOrDefault(Optional.of(one.id()), Counts.NONE)))
                .sorted(java.util.Comparator.comparingInt(Workload::open).reversed())
                .toList();
    }

    /** How many wait that are nobody's. */
    public int nobodys(Officer lead) {
        var province = leads(lead);
        return table.counts(province, late(province))
                .getOrDefault(Optional.<UUID>empty(), Counts.NONE)
                .open();
    }

    /** What came to wait before this has waited longer than the province promises. */
    private Instant late(DivisionCode province) {
        return terms.newest(province).orElse(ReviewTerm.DEFAULT).overdueBefore(clock.instant());
    }

    /** Who leaves keeps nothing: it is nobody's until somebody takes it or a lead deals it out. */
    @EventListener
    void left(OfficerClosed closed) {
        table.free(closed.officer(), null, Why.LEFT, null, clock.instant());
    }

    private static Workload of(Officer officer, Counts counts) {
        return new Workload(officer, counts.open(), counts.held(), counts.overdue());
    }

    private List<UUID> reviewers(DivisionCode province) {
        return staff(province).stream()
                .filter(one -> one.roles().contains(Role.REVIEWER))
                .map(Officer::id)
                .toList();
    }

    private static DivisionCode leads(Officer lead) {
        var province = lead.province().orElseThrow(Assignments::elsewhere);
        lead.mustServe(Role.REVIEW_LEAD, province);
        return province;
    }

    private void mustWorkIn(DivisionCode province, UUID officer) {
        boolean works =
                officers.find(officer)
                        .filter(one -> one.province().equals(Optional.of(province)))
                        .filter(one -> one.roles().stream().anyMatch(Role::isProvincial))
                        .isPresent();
        if (!works) {
            throw elsewhere();
        }
    }

    private static AccessRefused elsewhere() {
        return new AccessRefused(
                new Words("此人不是本省的审核人员", "this officer does not review in your province"));
    }
}
