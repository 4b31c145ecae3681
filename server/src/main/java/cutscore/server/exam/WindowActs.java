package cutscore.server.exam;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.TwoPeople;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Announcing and extending a window, by two people; inside the door's transaction. */
@Component
final class WindowActs {
    private static final int LONGEST_REASON = 500;
    private static final Duration LONGEST_GRACE = Duration.ofDays(1);
    private static final Duration LONGEST_TRAIL = Duration.ofDays(14);

    private final WindowTable table;
    private final ExamTable sessions;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    WindowActs(
            WindowTable table,
            ExamTable sessions,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.sessions = sessions;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
        this.events = events;
    }

    ProposedWindow propose(WindowDraft draft, Officer by) {
        mayAnnounce(by, draft.province());
        mustBeSound(draft);
        var proposed = new ProposedWindow(entropy.id(), draft, by.id(), clock.instant());
        table.propose(proposed);
        return proposed;
    }

    WindowOnRecord confirm(UUID proposal, Officer second) {
        var proposed =
                table.proposed().stream()
                        .filter(p -> p.id().equals(proposal))
                        .findFirst()
                        .orElseThrow(WindowActs::gone);
        mayAnnounce(second, proposed.draft().province());
        return announce(proposed.draft(), proposed.by(), second.id(), Optional.of(proposal));
    }

    WindowOnRecord announce(WindowDraft draft, UUID by, UUID second, Optional<UUID> proposal) {
        TwoPeople.require(by, second);
        mustBeSound(draft);
        var announced = draft.onRecord(entropy.id());
        var at = clock.instant();
        var act = new Act("window.announced", at, List.of(by, second), body(announced));
        long index = ledger.append(act).index();
        try {
            table.insert(announced, at, by, second, index, proposal);
        } catch (DataIntegrityViolationException overlap) {
            throw overlaps(draft.province());
        }
        events.publishEvent(new WindowAnnounced(announced));
        return announced;
    }

    ProposedExtension proposeExtension(
            UUID window,
            OffsetDateTime closes,
            Optional<UUID> circular,
            String reason,
            Officer by) {
        var standing = table.window(window).orElseThrow(NoSuchElementException::new);
        mayAnnounce(by, standing.province());
        mustBeLater(standing, closes, clock.instant());
        String words = reason.strip();
        require(
                !words.isEmpty() && words.length() <= LONGEST_REASON,
                "REASON",
                "请写明延长的原因或通知（500 字以内），公众会看到",
                "say why it is extended, or by which circular, in up to 500 characters; the public"
                        + " reads it");
        var proposed =
                new ProposedExtension(
                        entropy.id(),
                        window,
                        standing.revision() + 1,
                        closes,
                        circular,
                        words,
                        by.id(),
                        clock.instant());
        table.propose(proposed);
        return proposed;
    }

    WindowOnRecord confirmExtension(UUID proposal, Officer second) {
        var proposed =
                table.proposedExtensions().stream()
                        .filter(p -> p.id().equals(proposal))
                        .findFirst()
                        .orElseThrow(WindowActs::gone);
        table.lock(proposed.window());
        var standing = table.window(proposed.window()).orElseThrow();
        mayAnnounce(second, standing.province());
        TwoPeople.require(proposed.by(), second.id());
        if (standing.revision() + 1 != proposed.revision()) {
            throw gone();
        }
        var at = clock.instant();
        mustBeLater(standing, proposed.closes(), at);
        var by = List.of(proposed.by(), second.id());
        var act = new Act("window.extended", at, by, body(standing, proposed));
        long index = ledger.append(act).index();
        try {
            table.extend(proposed, second.id(), at, index);
        } catch (DataIntegrityViolationException overlap) {
            throw overlaps(standing.province());
        }
        var extended = table.window(standing.id()).orElseThrow();
        events.publishEvent(new WindowExtended(extended));
        return extended;
    }

    static void mayAnnounce(Officer officer, DivisionCode province) {
        if (!officer.roles().contains(Role.PUBLISHER)) {
            officer.mustServe(Role.REVIEW_LEAD, province);
        }
    }

    private void mustBeSound(WindowDraft draft) {
        require(
                draft.province().isProvince()
                        && Divisions.builtIn().find(draft.province()).isPresent(),
                "NOT_A_PROVINCE",
                "不是省级行政区：" + draft.province(),
                "no province: " + draft.province());
        require(
                sessions.session(draft.session()).isPresent(),
                "NO_SESSION",
                "没有这次考试：" + draft.session().chinese(),
                "no such session: " + draft.session());
        require(
                within(draft.grace(), LONGEST_GRACE) && within(draft.uploadTrail(), LONGEST_TRAIL),
                "GRACE",
                "宽限不超过一天，材料补传不超过十四天",
                "grace is at most a day, evidence may follow for at most fourteen");
    }

    private static boolean within(Duration given, Duration longest) {
        return !given.isNegative() && given.compareTo(longest) <= 0;
    }

    private static void mustBeLater(WindowOnRecord standing, OffsetDateTime closes, Instant now) {
        require(
                closes.isAfter(standing.window().closes()) && closes.toInstant().isAfter(now),
                "NOT_LATER",
                "新的截止时间必须晚于现在的截止时间（"
                        + Beijing.text(standing.window().closes().toInstant())
                        + "），也必须晚于此刻",
                "the new close must be later than the present one ("
                        + Beijing.text(standing.window().closes().toInstant())
                        + ") and lie ahead");
    }

    private static Json.Obj body(WindowOnRecord announced) {
        return Json.object()
                .put("session", announced.session().value())
                .put("province", announced.province().value())
                .put("round", announced.round().name())
                .put("opens", Beijing.text(announced.window().opens().toInstant()))
                .put("closes", Beijing.text(announced.window().closes().toInstant()))
                .put("graceSeconds", announced.grace().toSeconds())
                .put("uploadTrailSeconds", announced.uploadTrail().toSeconds())
                .put("circular", announced.circular().toString())
                .build();
    }

    private static Json.Obj body(WindowOnRecord standing, ProposedExtension extension) {
        var body =
                Json.object()
                        .put("window", standing.id().toString())
                        .put("session", standing.session().value())
                        .put("province", standing.province().value())
                        .put("round", standing.round().name())
                        .put("closed", Beijing.text(standing.window().closes().toInstant()))
                        .put("closes", Beijing.text(extension.closes().toInstant()))
                        .put("revision", extension.revision())
                        .put("reason", extension.reason());
        extension.circular().ifPresent(circular -> body.put("circular", circular.toString()));
        return body.build();
    }

    private static Unreadable overlaps(DivisionCode province) {
        return new Unreadable(
                Fault.of(
                        "WINDOW_OVERLAPS",
                        new Words(
                                "同一次考试在该省已有时间重叠的申报窗口：" + province,
                                "it overlaps another window of that session in " + province),
                        new Words("请核对通知中的起止时间", "check the times in the circular")));
    }

    private static Unreadable gone() {
        return new Unreadable(
                Fault.of(
                        "PROPOSAL_GONE",
                        new Words(
                                "这份提议已经办结，或被更新的提议代替",
                                "this proposal was settled or replaced by a newer one"),
                        new Words("请刷新页面，看最新的提议", "reload the page and look at the newest")));
    }

    private static void require(boolean met, String code, String zh, String en) {
        if (!met) {
            throw new Unreadable(
                    Fault.of(
                            code,
                            new Words(zh, en),
                            new Words("请改正后再提交", "mend it and send it again")));
        }
    }
}
