package cutscore.server.certificate;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.ValidityScope;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import cutscore.server.line.Lines;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Awards: for every declarant what they get, and why. */
@Component
public class Awards {
    private final AwardTable table;
    private final ScopeTable scopes;
    private final Ledger ledger;
    private final InstantSource clock;
    private final CaseFiles files;
    private final Lines lines;

    Awards(
            AwardTable table,
            ScopeTable scopes,
            Ledger ledger,
            InstantSource clock,
            CaseFiles files,
            Lines lines) {
        this.files = files;
        this.lines = lines;
        this.table = table;
        this.scopes = scopes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What was determined.
     *
     * @param outcomes how many people have each; no kind left out
     * @param ledgerIndex where the act stands
     */
    public record Determined(Map<AwardOutcome, Long> outcomes, long ledgerIndex) {
        public Determined {
            outcomes = Map.copyOf(outcomes);
        }
    }

    /**
     * Decides by the lines that are published for the session now.
     *
     * @throws NotIssued when a standard of somebody's key is not published
     */
    @Transactional
    public Determined determine(SessionId session, Officer by) {
        var published = lines.published(session).stream().map(PublishedStandards::of).toList();
        return determine(session, published, by);
    }

    /**
     * The same, refused when it would decide about nobody: a form that was sent twice leaves one
     * act.
     *
     * @throws NotIssued when no line is published, or nobody is left
     */
    @Transactional
    public Determined determineRest(SessionId session, Officer by) {
        by.must(Role.ANALYST);
        if (lines.published(session).isEmpty()) {
            throw new NotIssued(NotIssued.Why.LINE_NOT_PUBLISHED);
        }
        table.lock();
        var determined = determine(session, by);
        if (determined.outcomes().values().stream().allMatch(people -> people == 0)) {
            throw new NotIssued(NotIssued.Why.NOTHING_TO_DETERMINE);
        }
        return determined;
    }

    /**
     * Decides about everybody whose declaration of the session was reviewed, approved or rejected,
     * and who is not decided yet, by the standards published for their province; and keeps where
     * the certificates will count. Who lives under no published line yet is left for later.
     *
     * @param published one for the whole country, or one for each of some provinces
     * @throws NotIssued when a standard of somebody's key is not published
     */
    @Transactional
    public Determined determine(SessionId session, List<PublishedStandards> published, Officer by) {
        var facts =
                files.reviewed(session).stream()
                        .filter(f -> published.stream().anyMatch(p -> p.holdsIn(f.province())))
                        .toList();
        var provinces = facts.stream().map(AwardFacts::province).distinct().sorted().toList();
        var scopes =
                provinces.stream()
                        .map(p -> files.scope(p, session, holding(published, p).on()))
                        .toList();
        return determine(
                session,
                facts,
                f -> holding(published, f.province()).of(f.qualification()),
                scopes,
                by);
    }

    private static PublishedStandards holding(
            List<PublishedStandards> published, DivisionCode province) {
        return published.stream()
                .filter(standards -> standards.holdsIn(province))
                .findFirst()
                .orElseThrow(() -> new NotIssued(NotIssued.Why.LINE_NOT_PUBLISHED));
    }

    /** Why a declarant got what they got, as JSON; empty when nothing is determined yet. */
    public Optional<Json.Obj> explanation(UUID declaration) {
        return table.explanation(declaration).map(Json::parseObject);
    }

    /** How many people have each outcome, by its word. */
    public Map<String, Long> totals(SessionId session) {
        return table.totals(session);
    }

    /**
     * Decides about everybody given who is not decided yet, in one transaction with one act: the
     * totals, and a commitment to the digest of every single explanation.
     */
    @Transactional
    Determined determine(
            SessionId session,
            List<AwardFacts> declarants,
            Function<AwardFacts, PublishedStandard> standards,
            List<ValidityScope> whereValid,
            Officer by) {
        by.must(Role.ANALYST);
        table.lock();
        whereValid.forEach(scopes::add);
        var known = table.known(session);
        var at = clock.instant();
        var decided = new ArrayList<Settled>();
        for (var facts : declarants) {
            if (!known.contains(facts.declaration())) {
                var standard = standards.apply(facts);
                var outcome = AwardRules.decide(facts, standard);
                var why = Explanation.of(facts, standard, outcome).canonical();
                decided.add(new Settled(facts, outcome.outcome(), why));
            }
        }
        var outcomes = totals(decided);
        var act =
                new Act("award.determined", at, List.of(by.id()), body(session, outcomes, decided));
        long index = ledger.append(act).index();
        decided.forEach(d -> table.add(d.facts(), d.outcome(), d.why(), at, index));
        return new Determined(outcomes, index);
    }

    private record Settled(AwardFacts facts, AwardOutcome outcome, String why) {}

    private static Map<AwardOutcome, Long> totals(List<Settled> decided) {
        var out = new EnumMap<AwardOutcome, Long>(AwardOutcome.class);
        for (var outcome : AwardOutcome.values()) {
            out.put(outcome, decided.stream().filter(d -> d.outcome() == outcome).count());
        }
        return out;
    }

    private Json.Obj body(
            SessionId session, Map<AwardOutcome, Long> outcomes, List<Settled> decided) {
        var totals = Json.object();
        for (var outcome : AwardOutcome.values()) {
            totals.put(outcome.word(), outcomes.getOrDefault(outcome, 0L));
        }
        var list = Json.object();
        decided.forEach(d -> list.put(d.facts().declaration().toString(), Digest.hex(d.why())));
        return Json.object()
                .put("session", session.value())
                .put("declarants", decided.size())
                .put("outcomes", totals.build())
                .put("list", ledger.commit(list.build().bytes()))
                .build();
    }
}
