package cutscore.server.declaration;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.TwoPeople;
import cutscore.server.declaration.Gate.Passage;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Declarations that were made with the registration (报考时申报, 陕西): a lead of the province enters the
 * list, another types its digest and count, and in that one transaction everybody on it has
 * declared. Who is not on it has given up the ordinary way.
 */
@Component
public class RegistrationLists {
    /** They need no declaration, or can make none; the list may hold them all the same. */
    private static final Set<Refusal> SET_ASIDE =
            EnumSet.of(Refusal.NATIONAL_LINE_MET, Refusal.VOIDED);

    private final RegistrationListTable table;
    private final AcceptanceTable declarations;
    private final Gate gate;
    private final Exams exams;
    private final Rosters rosters;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    RegistrationLists(
            RegistrationListTable table,
            AcceptanceTable declarations,
            Gate gate,
            Exams exams,
            Rosters rosters,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.declarations = declarations;
        this.gate = gate;
        this.exams = exams;
        this.rosters = rosters;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
        this.events = events;
    }

    /** A row with what the gate says of it. */
    private record Judged(RegistrationRow row, Passage passage) {}

    /**
     * Enters a list; nobody has declared by it until it is confirmed.
     *
     * @param statedAt the instant that counts as everybody's arrival; inside the round's window
     * @param by a lead of the province, which is the officer's own
     * @throws cutscore.server.access.AccessRefused when he is none
     * @throws Unreadable with every fault of the list, each with its line; nothing is left of it
     */
    @Transactional
    public RegistrationList enter(SessionId session, Instant statedAt, CsvSource file, Officer by) {
        var province = province(by);
        var window = window(session, province, statedAt);
        if (rosters.confirmed(session).isEmpty()) {
            throw refused("NO_ROSTER", "这次考试的名册还没有确认", "the session's roster is not confirmed yet");
        }
        var read = RegistrationRow.all(file);
        var judged = judged(session, province, read.rows(), file.name());
        var declaring =
                judged.stream()
                        .filter(one -> one.passage() instanceof Passage.Open)
                        .map(Judged::row)
                        .toList();
        var list =
                new RegistrationList(
                        entropy.id(),
                        session,
                        province,
                        window.id(),
                        statedAt,
                        read.sha256(),
                        read.rows().size(),
                        read.rows().size() - declaring.size(),
                        by.id(),
                        now(),
                        Optional.empty());
        if (!table.insert(list, declaring)) {
            throw refused("LIST_ENTERED", "这份名单已经录入过", "this list was entered before");
        }
        return list;
    }

    /**
     * Confirms a list: the second lead types what he has from elsewhere. Everybody on it has then
     * declared, all of them or none.
     *
     * @param sha256 of the file, 64 hexadecimal characters
     * @param count its rows below the heading
     * @throws cutscore.server.access.SamePerson when he entered it
     * @throws Unreadable when digest or count differ, it was confirmed before, or somebody on it
     *     has declared meanwhile, each with its line
     */
    @Transactional
    public RegistrationList confirm(UUID id, String sha256, int count, Officer second) {
        var province = province(second);
        var list =
                table.lock(id)
                        .filter(one -> one.province().equals(province))
                        .orElseThrow(() -> new NoSuchElementException("no such list"));
        TwoPeople.require(list.enteredBy(), second.id());
        if (list.isConfirmed()) {
            throw refused("LIST_CONFIRMED", "这份名单已经确认", "this list is confirmed already");
        }
        if (!list.sha256().equalsIgnoreCase(sha256.strip()) || list.rows() != count) {
            throw refused(
                    "LIST_DIFFERS",
                    "摘要或人数与录入的名单不一致",
                    "digest or count are not those of the list that was entered");
        }
        var by = List.of(list.enteredBy(), second.id());
        // All other acts of the country wait behind an append: whatever is slow comes before it.
        var judged = judged(list.session(), province, table.rows(id), "");
        var commitments = commitments(list, judged);
        var now = now();
        long index =
                ledger.append(new Act("registration-list.confirmed", now, by, body(list))).index();
        if (!judged.isEmpty()) {
            declare(list, judged, commitments, by);
        }
        table.confirm(id, second.id(), now, index);
        return table.lock(id).orElseThrow();
    }

    private List<String> commitments(RegistrationList list, List<Judged> judged) {
        return judged.isEmpty()
                ? List.of()
                : ledger.commit(judged.stream().map(one -> committed(list, one)).toList());
    }

    private void declare(
            RegistrationList list, List<Judged> judged, List<String> commitments, List<UUID> by) {
        var acts = new ArrayList<Act>(judged.size());
        for (int i = 0; i < judged.size(); i++) {
            acts.add(act(list, judged.get(i), commitments.get(i), by));
        }
        var sequenced = ledger.append(acts);
        var made = new ArrayList<DeclarationRow>(judged.size());
        for (int i = 0; i < judged.size(); i++) {
            made.add(row(list, judged.get(i), commitments.get(i), sequenced.get(i).index()));
        }
        if (!declarations.insert(made)) {
            throw refused(
                    "LIST_RACED",
                    "名单上有人刚刚另行申报，请再确认一次",
                    "somebody on the list declared just now: confirm once more");
        }
        rosters.declared(
                judged.stream()
                        .map(one -> new Rosters.Declared(open(one).entry(), list.province()))
                        .toList());
        table.declared(list.id(), made);
        made.forEach(
                row ->
                        events.publishEvent(
                                new DeclarationSubmitted(
                                        row.id(), row.session(), row.admissionNumber())));
    }

    /** Everybody who declares by these rows, in order; who is set aside is judged Shut. */
    private List<Judged> judged(
            SessionId session, DivisionCode province, List<RegistrationRow> rows, String file) {
        var forms = rows.stream().map(row -> row.form(session, "registration-list")).toList();
        var sight = gate.sight(forms);
        var active =
                table.active(session, rows.stream().map(RegistrationRow::admissionNumber).toList());
        var faults = new ArrayList<Fault>();
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var passage = sight.admit(forms.get(i), now());
            objection(row, passage, province, active)
                    .ifPresent(why -> faults.add(fault(row, why, file)));
            judged.add(new Judged(row, passage));
        }
        if (!faults.isEmpty()) {
            throw new Unreadable(faults.subList(0, Math.min(faults.size(), 1000)));
        }
        return judged;
    }

    private static Optional<Words> objection(
            RegistrationRow row, Passage passage, DivisionCode province, Set<String> active) {
        if (active.contains(row.admissionNumber())) {
            return Optional.of(Refusal.ALREADY_DECLARED.words());
        }
        return switch (passage) {
            case Passage.Shut(var why) ->
                    SET_ASIDE.contains(why) ? Optional.empty() : Optional.of(why.words());
            case Passage.Open(_, var place) ->
                    place.province().equals(province)
                            ? Optional.empty()
                            : Optional.of(Refusal.PROVINCE_DIFFERS.words());
            case Passage.InTime _ -> throw new IllegalStateException("the list states the time");
        };
    }

    /** Never with the number itself: the line says who is meant. */
    private static Fault fault(RegistrationRow row, Words why, String file) {
        return new Fault(
                "LIST_ROW",
                file.isEmpty() ? null : file,
                row.line(),
                0,
                null,
                why,
                new Words("核对这一行，改正或删去", "check this row; mend or remove it"));
    }

    private static byte[] committed(RegistrationList list, Judged one) {
        var open = open(one);
        return Committed.to(
                        list.session(),
                        one.row().admissionNumber(),
                        open.entry().person(),
                        one.row().ground(),
                        open.place(),
                        list.statedAt(),
                        false)
                .bytes();
    }

    private static Act act(RegistrationList list, Judged one, String commitment, List<UUID> by) {
        var body =
                Json.object()
                        .put("commitment", commitment)
                        .put("session", list.session().value())
                        .put("province", list.province().value())
                        .put("ground", one.row().ground().name())
                        .put("round", Round.AT_REGISTRATION.name())
                        .build();
        return new Act("declaration.submitted", list.statedAt(), by, body);
    }

    private DeclarationRow row(RegistrationList list, Judged one, String commitment, long index) {
        var open = open(one);
        String key = "registration." + entropy.id();
        return new DeclarationRow(
                new DeclarationId(entropy.id()),
                Receipts.fresh(entropy),
                list.session(),
                one.row().admissionNumber(),
                open.entry().person(),
                open.entry().qualification().name(),
                one.row().ground(),
                open.place(),
                list.window(),
                Stage.SUBMITTED,
                Optional.empty(),
                key,
                FormBytes.sha256(one.row().form(list.session(), key)),
                list.statedAt(),
                commitment,
                index,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    private static Passage.Open open(Judged one) {
        return (Passage.Open) one.passage();
    }

    /** The lists of the officer's province, newest first. */
    public List<RegistrationList> of(Officer by) {
        return table.of(province(by));
    }

    private WindowOnRecord window(SessionId session, DivisionCode province, Instant statedAt) {
        return exams.window(session, province, Round.AT_REGISTRATION)
                .filter(window -> window.admits(statedAt))
                .orElseThrow(
                        () ->
                                refused(
                                        "LIST_WINDOW",
                                        "所载时间不在该省这次考试的报考时申报时间内",
                                        "the stated time lies in no window for declaring with the"
                                                + " registration"));
    }

    private static DivisionCode province(Officer by) {
        by.must(Role.REVIEW_LEAD);
        return by.province().orElseThrow(() -> new NoSuchElementException("no province"));
    }

    private static Json.Obj body(RegistrationList list) {
        return Json.object()
                .put("session", list.session().value())
                .put("province", list.province().value())
                .put("sha256", list.sha256())
                .put("rows", list.rows())
                .put("setAside", list.setAside())
                .build();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Unreadable refused(String code, String zh, String en) {
        return new Unreadable(
                Fault.of(code, new Words(zh, en), new Words("请核对后再办", "check it and try again")));
    }
}
