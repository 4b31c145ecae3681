package cutscore.server.roster;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.roster.RosterReport;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.TwoPeople;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rosters: imported, confirmed by a second person, then read by everything downstream. */
@Component
public class Rosters {
    private static final String NOBODY = "0".repeat(64);

    private final RosterTable table;
    private final IdentityVault vault;
    private final Exams exams;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    /** A confirmed roster never changes. */
    private final Map<SessionId, RosterOnRecord> confirmed = new ConcurrentHashMap<>();

    Rosters(
            RosterTable table,
            IdentityVault vault,
            Exams exams,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.vault = vault;
        this.exams = exams;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Imports a roster file as a stream: its rows never stand in memory together.
     *
     * @param by an analyst of the centre
     * @return the imported roster; it counts for nothing until it is confirmed
     * @throws Unreadable with every fault of the file (the first 1000 of them); nothing is left of
     *     it
     */
    @Transactional
    public RosterOnRecord importFile(SessionId session, Path file, Officer by) {
        var source = CsvSource.of(file, String.valueOf(file.getFileName()));
        return importTable(session, new Given(source, "", _ -> {}), by);
    }

    /**
     * A table to import.
     *
     * @param csv what is read
     * @param fileSha256 of the file it came in; blank when that is the CSV itself
     * @param each is told of every row that was read
     */
    record Given(CsvSource csv, String fileSha256, Consumer<Examinee> each) {}

    /** As {@link #importFile}, of a table that may have come in another file. */
    @Transactional
    RosterOnRecord importTable(SessionId session, Given given, Officer by) {
        by.must(Role.ANALYST);
        var exam =
                exams.find(session)
                        .orElseThrow(
                                () ->
                                        refused(
                                                "NO_SESSION",
                                                "没有这次考试：" + session.chinese(),
                                                "no such session: " + session));
        var id = new RosterId(entropy.id());
        var copied =
                table.copy(
                        id,
                        session,
                        vault.work(),
                        sink -> read(exam, given.csv(), sink.andThen(given.each())));
        var roster =
                new RosterOnRecord(
                        id,
                        session,
                        copied.report().sha256(),
                        copied.totals(),
                        by.id(),
                        Optional.empty());
        String file = given.fileSha256().isEmpty() ? roster.sha256() : given.fileSha256();
        var at = clock.instant();
        long act =
                ledger.append(new Act("roster.imported", at, List.of(by.id()), body(roster, file)))
                        .index();
        table.insert(roster, file, at, act);
        return roster;
    }

    /**
     * Takes an import back before anybody confirmed it. Its rows stay, and count for nothing.
     *
     * @param by an analyst
     * @throws Unreadable when it is confirmed, or was taken back before
     */
    @Transactional
    public void takeBack(RosterId id, Officer by) {
        by.must(Role.ANALYST);
        var roster =
                table.lock(id).orElseThrow(() -> refused("NO_ROSTER", "没有这份名册", "no such roster"));
        if (!table.imported(id).orElseThrow().isWaiting()) {
            throw refused(
                    "ROSTER_SETTLED",
                    "这份名册已经确认或撤回",
                    "this roster is confirmed or taken back already");
        }
        var at = clock.instant();
        var act = new Act("roster.taken-back", at, List.of(by.id()), body(roster, roster.sha256()));
        table.takeBack(id, by.id(), at, ledger.append(act).index());
    }

    /** Every imported roster, newest first. */
    public List<ImportedRoster> imported() {
        return table.allImported();
    }

    /** One of them. */
    public Optional<ImportedRoster> imported(RosterId id) {
        return table.imported(id);
    }

    private static RosterReport read(ExamSession exam, CsvSource source, Consumer<Examinee> sink) {
        try {
            return new RosterReader(Divisions.builtIn(), Qualifications.builtIn(), exam.firstDay())
                    .demanding(exam.offered())
                    .read(source, sink)
                    .orRefuse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Confirms a roster: the second person types what he has from elsewhere, not from our screen.
     *
     * @param sha256 of the file, 64 hexadecimal characters
     * @param second an analyst or publisher who did not import it
     * @throws cutscore.server.access.SamePerson when he did
     * @throws Unreadable when digest or totals differ, it was confirmed before, or another roster
     *     of the session is
     */
    @Transactional
    public void confirm(RosterId id, String sha256, ControlTotals typed, Officer second) {
        if (!second.roles().contains(Role.PUBLISHER)) {
            second.must(Role.ANALYST);
        }
        var roster =
                table.lock(id).orElseThrow(() -> refused("NO_ROSTER", "没有这份名册", "no such roster"));
        TwoPeople.require(roster.importedBy(), second.id());
        if (table.confirmed(roster.session()).isPresent()) {
            throw refused(
                    "ROSTER_CONFIRMED", "这次考试的名册已经确认", "the session's roster is confirmed already");
        }
        var given = table.imported(id).orElseThrow();
        if (given.takenBackAt().isPresent()) {
            throw refused("ROSTER_TAKEN_BACK", "这份名册已经撤回", "this roster was taken back");
        }
        // A workbook, or the CSV of its table: either names the same rows.
        String typedDigest = sha256.strip();
        if (!roster.sha256().equalsIgnoreCase(typedDigest)
                && !given.fileSha256().equalsIgnoreCase(typedDigest)) {
            throw refused("DIGEST_DIFFERS", "摘要与导入的文件不一致", "the digest is not that of the file");
        }
        if (!roster.totals().equals(typed)) {
            throw refused(
                    "TOTALS_DIFFER",
                    "控制总数（人数、半分合计）与导入的文件不一致",
                    "the control totals (rows, half points) are not those of the file");
        }
        var at = clock.instant();
        var by = List.of(roster.importedBy(), second.id());
        long act =
                ledger.append(new Act("roster.confirmed", at, by, body(roster, given.fileSha256())))
                        .index();
        table.confirm(id, second.id(), at, act);
        events.publishEvent(new RosterConfirmed(roster.session()));
    }

    /** An imported roster, confirmed or not. */
    public Optional<RosterOnRecord> find(RosterId id) {
        return table.find(id);
    }

    /** The session's confirmed roster: the sealed input of the determination. */
    public Optional<RosterOnRecord> confirmed(SessionId session) {
        var known = confirmed.get(session);
        if (known != null) {
            return Optional.of(known);
        }
        var read = table.confirmed(session);
        read.ifPresent(roster -> confirmed.put(session, roster));
        return read;
    }

    /** The examinee with that number on the session's confirmed roster. */
    public Optional<RosterEntry> find(SessionId session, String admissionNumber) {
        return confirmed(session).flatMap(roster -> table.entry(roster, admissionNumber));
    }

    /** The examinees with those numbers, by number; who is not on the roster is not in it. */
    public Map<String, RosterEntry> find(SessionId session, Collection<String> admissionNumbers) {
        return confirmed(session)
                .map(roster -> table.entries(roster, admissionNumbers))
                .orElseGet(Map::of);
    }

    /**
     * Every examinee of the confirmed roster, by admission number, as a stream; nobody without one.
     */
    @Transactional(readOnly = true)
    public void entries(SessionId session, Consumer<RosterEntry> each) {
        confirmed(session)
                .ifPresent(
                        roster -> {
                            try (var entries = table.entries(roster)) {
                                entries.forEach(each);
                            }
                        });
    }

    /** The same without anything that tells who it is: what a line is determined from. */
    @Transactional(readOnly = true)
    public void examinees(SessionId session, Consumer<Examinee> each) {
        confirmed(session)
                .ifPresent(
                        roster -> {
                            try (var examinees = table.examinees(roster)) {
                                examinees.forEach(each);
                            }
                        });
    }

    /**
     * Somebody declared.
     *
     * @param province where
     */
    public record Declared(RosterEntry entry, DivisionCode province) {}

    /**
     * Lets the officers of the province see the entries of those who registered in another one and
     * declared here; to be said in the transaction of the declaration.
     */
    public void declared(Collection<Declared> declared) {
        table.declaredElsewhere(
                declared.stream()
                        .filter(one -> !one.entry().division().province().equals(one.province()))
                        .toList());
    }

    /** The sessions with a confirmed roster, newest first. */
    public List<SessionId> sessions() {
        return table.sessions();
    }

    /**
     * Every sitting of one person on a confirmed roster, newest session first: a late claim may
     * concern any of them.
     *
     * @param person as {@link RosterEntry#person()} gives it
     */
    public List<RosterEntry> sittings(String person) {
        return table.sittings(HexFormat.of().parseHex(person));
    }

    /**
     * Whether what somebody typed to sign in is what the roster says: number and name both. The
     * same work is done for an unknown admission number.
     */
    public boolean matches(
            SessionId session, String admissionNumber, String identityNumber, String name) {
        return person(session, admissionNumber, identityNumber, name).isPresent();
    }

    /** The same, and who it is: the keyed digest of {@link RosterEntry#person()}. */
    Optional<String> person(
            SessionId session, String admissionNumber, String identityNumber, String name) {
        byte[] typed = vault.work().person(identityNumber);
        var entry = find(session, admissionNumber);
        String held = entry.map(RosterEntry::person).orElse(NOBODY);
        boolean samePerson = MessageDigest.isEqual(typed, HexFormat.of().parseHex(held));
        boolean sameName = FoldedName.same(entry.map(RosterEntry::name).orElse(""), name);
        return samePerson && sameName ? Optional.of(held) : Optional.empty();
    }

    /** The identity number with all but its first three and last two characters hidden. */
    public Optional<String> maskedIdentity(SessionId session, String admissionNumber) {
        return confirmed(session)
                .flatMap(roster -> table.sealed(roster, admissionNumber))
                .map(kept -> vault.work().open(session, admissionNumber, kept))
                .map(Rosters::mask);
    }

    /** The identity number itself: for whoever may see it, and said so with a reason. */
    public Optional<String> identity(SessionId session, String admissionNumber) {
        return confirmed(session)
                .flatMap(roster -> table.sealed(roster, admissionNumber))
                .map(kept -> vault.work().open(session, admissionNumber, kept));
    }

    private static String mask(String number) {
        int shown = number.length() > 8 ? 5 : 0;
        return shown == 0
                ? "*".repeat(number.length())
                : number.substring(0, 3)
                        + "*".repeat(number.length() - shown)
                        + number.substring(number.length() - 2);
    }

    /** The file's own digest is named where the table came in another form. */
    private static Json.Obj body(RosterOnRecord roster, String file) {
        var body =
                Json.object()
                        .put("roster", roster.id().toString())
                        .put("session", roster.session().value())
                        .put("sha256", roster.sha256())
                        .put("rows", roster.totals().rows())
                        .put("halfPoints", roster.totals().halfPoints());
        return (file.equals(roster.sha256()) ? body : body.put("file", file)).build();
    }

    private static Unreadable refused(String code, String zh, String en) {
        return new Unreadable(
                Fault.of(code, new Words(zh, en), new Words("请核对后再办", "check it and try again")));
    }
}
