package cutscore.server.area;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.circular.CircularDraft;
import cutscore.kernel.circular.CircularReader;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Period;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.TwoPeople;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way of a circular to force: entered, confirmed by one officer, agreed to by another. */
@Component
class Circulars {
    private final CircularTable circulars;
    private final AreaTable areas;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;

    Circulars(
            CircularTable circulars,
            AreaTable areas,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock) {
        this.circulars = circulars;
        this.areas = areas;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
    }

    @Transactional
    public CircularId enter(String text, Officer by) {
        var draft = read(text);
        mayActFor(by, draft);
        String sha256 = Digest.hex(text);
        require(
                !circulars.isInForce(sha256),
                "CIRCULAR_IN_FORCE",
                "这份通知已经生效",
                "this very circular is in force already");
        var id = new CircularId(entropy.id());
        circulars.insert(
                new CircularOnRecord(
                        id,
                        sha256,
                        text,
                        draft.toJson(),
                        CircularOnRecord.Stage.ENTERED,
                        by.id(),
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty()));
        return id;
    }

    CircularDraft draft(CircularOnRecord circular) {
        var again = read(circular.text());
        if (!again.toJson().canonical().equals(circular.draft().canonical())) {
            throw new IllegalStateException(
                    "the reader reads this circular otherwise than when it was entered: "
                            + circular.id());
        }
        return again;
    }

    @Transactional
    public void confirm(CircularId id, Set<DivisionCode> doubtsAccepted, Officer by) {
        var circular = mustFind(id);
        var draft = draft(circular);
        mayActFor(by, draft);
        require(
                circular.stage() == CircularOnRecord.Stage.ENTERED,
                "CIRCULAR_STAGE",
                "这份通知已经有人确认",
                "this circular was confirmed already");
        mustAcceptEachDoubt(draft, doubtsAccepted);
        var at = clock.instant();
        ledger.append(new Act("circular.confirmed", at, List.of(by.id()), body(circular, draft)));
        circulars.confirm(id, by.id(), at);
    }

    @Transactional
    public void agree(CircularId id, Officer second) {
        var circular = mustFind(id);
        var draft = draft(circular);
        mayActFor(second, draft);
        require(
                circular.stage() == CircularOnRecord.Stage.CONFIRMED,
                "CIRCULAR_STAGE",
                "这份通知还没有人确认，或已经生效",
                "this circular was not confirmed yet, or is in force already");
        var first = circular.confirmedBy().orElseThrow();
        TwoPeople.require(first, second.id());
        require(
                !circulars.isInForce(circular.sha256()),
                "CIRCULAR_IN_FORCE",
                "这份通知已经生效",
                "this very circular is in force already");
        areas.lock();
        var at = clock.instant();
        long index =
                ledger.append(
                                new Act(
                                        "circular.in-force",
                                        at,
                                        List.of(first, second.id()),
                                        body(circular, draft)))
                        .index();
        circulars.agree(id, second.id(), at);
        recordAreas(circular, draft, at, index);
    }

    private void recordAreas(
            CircularOnRecord circular, CircularDraft draft, Instant at, long index) {
        UUID document = entropy.id();
        areas.insert(document, Optional.empty(), document(circular, draft), at, index);
        var inForce = new Period(inForceFrom(draft, at), null);
        areas.insert(
                document,
                draft.areas().stream()
                        .flatMap(
                                a ->
                                        grounds(a).stream()
                                                .map(
                                                        ground ->
                                                                new AreaTable.Fresh(
                                                                        a.code(),
                                                                        ground,
                                                                        String.join(
                                                                                "；", a.clauses()),
                                                                        inForce)))
                        .toList(),
                "official",
                at);
        draft.spellingDoubts()
                .forEach(doubt -> areas.insertAlias(document, doubt.written(), doubt.code()));
    }

    /**
     * From when a circular's list counts: the first day of the half-year of the earliest session it
     * names, and not before the scheme began. A circular comes out after the exam (2023-08-22 for
     * 2023-1, held on 2023-05-27) and repeats for that session what the national notice fixed
     * before; read from its own date it would leave its own session without an area. Where it names
     * no session it counts from its date.
     */
    static LocalDate inForceFrom(CircularDraft draft, Instant agreedAt) {
        var from =
                draft.sessions().stream()
                        .min(Comparator.naturalOrder())
                        .map(Circulars::firstDayOfHalf)
                        .orElseGet(
                                () ->
                                        Objects.requireNonNullElse(
                                                draft.published(), Beijing.day(agreedAt)));
        return from.isBefore(LawBook.IN_FORCE_FROM) ? LawBook.IN_FORCE_FROM : from;
    }

    private static LocalDate firstDayOfHalf(SessionId session) {
        return LocalDate.of(session.year(), session.half() == 1 ? Month.JANUARY : Month.JULY, 1);
    }

    private static List<Words> grounds(CircularDraft.Area area) {
        return area.grounds().isEmpty()
                ? List.of(Ground.LISTED)
                : area.grounds().stream().map(Ground::words).distinct().toList();
    }

    private static Designation.Document document(CircularOnRecord circular, CircularDraft draft) {
        return new Designation.Document(
                Objects.requireNonNullElse(draft.title(), ""),
                Objects.requireNonNullElse(draft.authority(), ""),
                draft.documentNumbers(),
                Optional.ofNullable(draft.published()),
                Optional.of(circular.id()));
    }

    private static Json.Obj body(CircularOnRecord circular, CircularDraft draft) {
        return Json.object()
                .put("circular", circular.id().toString())
                .put("sha256", circular.sha256())
                .put("draftSha256", Digest.hex(circular.draft().bytes()))
                .put("authority", draft.authority())
                .put("published", draft.published() == null ? null : draft.published().toString())
                .put("documentNumbers", Json.texts(draft.documentNumbers()))
                .put(
                        "areas",
                        Json.texts(draft.areas().stream().map(a -> a.code().value()).toList()))
                .put(
                        "spellingsAccepted",
                        Json.texts(
                                draft.spellingDoubts().stream()
                                        .map(d -> d.code().value())
                                        .toList()))
                .build();
    }

    private static void mustAcceptEachDoubt(CircularDraft draft, Set<DivisionCode> accepted) {
        var doubted =
                draft.spellingDoubts().stream()
                        .map(CircularDraft.SpellingDoubt::code)
                        .collect(Collectors.toCollection(TreeSet::new));
        require(
                doubted.equals(accepted),
                "SPELLING_DOUBTS",
                "每一处疑似错字都要逐一确认，不多不少：" + doubted,
                "every spelling doubt is accepted by its code, no more and no fewer: " + doubted);
    }

    /**
     * Leads act for circulars whose areas lie in their province; publishers of the centre for any.
     */
    private static void mayActFor(Officer officer, CircularDraft draft) {
        if (officer.roles().contains(Role.PUBLISHER)) {
            return;
        }
        officer.must(Role.REVIEW_LEAD);
        var provinces =
                draft.areas().stream()
                        .map(a -> a.code().province())
                        .collect(Collectors.toCollection(TreeSet::new));
        provinces.forEach(province -> officer.mustServe(Role.REVIEW_LEAD, province));
        if (provinces.isEmpty()) {
            officer.must(Role.PUBLISHER);
        }
    }

    private CircularOnRecord mustFind(CircularId id) {
        return circulars
                .lock(id)
                .orElseThrow(
                        () -> new Unreadable(fault("NO_CIRCULAR", "没有这份通知", "no such circular")));
    }

    private static CircularDraft read(String text) {
        return CircularReader.read(text, Divisions.builtIn());
    }

    private static void require(boolean met, String code, String zh, String en) {
        if (!met) {
            throw new Unreadable(fault(code, zh, en));
        }
    }

    private static Fault fault(String code, String zh, String en) {
        return Fault.of(code, new Words(zh, en), new Words("请核对后再办", "check it and try again"));
    }
}
