package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.Json;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What two administrators do to an officer's account: reset its password, forget its second
 * factors, withdraw a role, close it. One proposes with a reason, another confirms, neither is the
 * officer in question. So two administrators always stay. Each ends the officer's sign-ins and is
 * an act in the ledger, without the reason.
 */
@Component
class AccountSteps {
    private final AccountStepTable steps;
    private final OfficerTable officers;
    private final OfficerKeeping keeping;
    private final Factors factors;
    private final SignIns signIns;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    AccountSteps(
            AccountStepTable steps,
            OfficerTable officers,
            OfficerKeeping keeping,
            Factors factors,
            SignIns signIns,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.steps = steps;
        this.officers = officers;
        this.keeping = keeping;
        this.factors = factors;
        this.signIns = signIns;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param role for {@link AccountStep.Kind#WITHDRAW_ROLE} alone: one that the officer holds
     * @param reason 1 to 200 characters
     * @throws AccessRefused when {@code by} is no administrator, or is the one in question
     * @throws Unreadable when there is no reason, or the step waits already
     */
    @Transactional
    public UUID propose(
            UUID officer, AccountStep.Kind kind, Optional<Role> role, String reason, Officer by) {
        Officers.mustAdminister(by);
        notAboutOneself(officer, by);
        var about = officers.find(officer).orElseThrow(Officers::notKnown);
        boolean withdraws = kind == AccountStep.Kind.WITHDRAW_ROLE;
        if (!officers.isOpen(officer)
                || withdraws != role.isPresent()
                || !about.roles().containsAll(role.stream().toList())) {
            throw Officers.notKnown();
        }
        String why = reason.strip();
        if (why.isEmpty() || why.codePointCount(0, why.length()) > 200) {
            throw new Unreadable(
                    Fault.of(
                            "STEP_REASON",
                            new Words("要写理由", "a reason is needed"),
                            new Words(
                                    "1 到 200 个字，例如“调离”",
                                    "1 to 200 characters: “left the office”")));
        }
        var step =
                new AccountStep(
                        entropy.id(), officer, kind, role, why, by.id(), clock.instant(), true);
        try {
            steps.propose(step);
        } catch (DuplicateKeyException waits) {
            throw new Unreadable(
                    Fault.of(
                            "STEP_WAITS",
                            new Words("同样的一步已在等待确认", "the same step waits already"),
                            new Words("请另一名管理员确认", "another administrator confirms it")));
        }
        return step.id();
    }

    /**
     * The second step. Confirming again changes nothing.
     *
     * @return after a reset, the one-time code for the officer
     * @throws SamePerson when the proposer confirms
     * @throws AccessRefused when {@code second} is no administrator or is the one in question, or
     *     the proposer is none any more
     */
    @Transactional
    public Optional<OneTimeCode> confirm(UUID id, Officer second) {
        Officers.mustAdminister(second);
        var step = steps.lock(id).orElseThrow(Officers::notKnown);
        TwoPeople.require(step.proposedBy(), second.id());
        notAboutOneself(step.officer(), second);
        if (!step.waits()) {
            return Optional.empty();
        }
        Officers.mustStillAdminister(officers.find(step.proposedBy()));
        var at = clock.instant();
        steps.confirm(id, second.id(), at);
        var code = carryOut(step, at);
        signIns.endAll(step.officer());
        var body = Json.object().put("officer", step.officer().toString());
        step.role().ifPresent(role -> body.put("role", role.name()));
        var both = List.of(step.proposedBy(), second.id());
        ledger.append(new Act(step.kind().act(), at, both, body.build()));
        return code;
    }

    private Optional<OneTimeCode> carryOut(AccountStep step, Instant at) {
        var officer = step.officer();
        return switch (step.kind()) {
            case RESET -> Optional.of(keeping.giveCode(officer));
            case FORGET_FACTORS -> {
                factors.forget(officer);
                yield Optional.empty();
            }
            case WITHDRAW_ROLE -> {
                officers.endGrant(officer, step.role().orElseThrow(), at);
                yield Optional.empty();
            }
            case CLOSE -> {
                officers.close(officer, at);
                factors.forget(officer);
                steps.dropAllOf(officer, at);
                keeping.noteClosed(officer);
                events.publishEvent(new OfficerClosed(officer));
                yield Optional.empty();
            }
        };
    }

    /** Takes a waiting step back; any administrator may, and nothing was done yet. */
    @Transactional
    public void drop(UUID id, Officer by) {
        Officers.mustAdminister(by);
        var step = steps.lock(id).orElseThrow(Officers::notKnown);
        if (!step.waits()) {
            throw new NoSuchElementException("the step does not wait");
        }
        steps.drop(id, clock.instant());
    }

    /** Steps that wait for a second administrator, oldest first. */
    List<AccountStep> waiting() {
        return steps.waiting();
    }

    private static void notAboutOneself(UUID officer, Officer by) {
        if (officer.equals(by.id())) {
            throw new AccessRefused(
                    new Words("自己的账号由另外两名管理员办理", "two others act on one's own account"));
        }
    }
}
