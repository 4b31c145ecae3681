package cutscore.server.campaign;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What a campaign plays on, made and looked at through the same doors as everything else. */
@Component
public class Scenes {
    static final SessionId SESSION = new SessionId("2026-1");
    static final DivisionCode SICHUAN = new DivisionCode("510000");
    static final DivisionCode DAOFU = new DivisionCode("513326");

    private final Exams exams;
    private final Rosters rosters;
    private final DemoAccounts accounts;
    private final Declarations declarations;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;

    Scenes(
            Exams exams,
            Rosters rosters,
            DemoAccounts accounts,
            Declarations declarations,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock) {
        this.exams = exams;
        this.rosters = rosters;
        this.accounts = accounts;
        this.declarations = declarations;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
    }

    /** A session whose roster has so many people of one line area. */
    public void roster(int count, Path folder) throws IOException {
        var publisher = officer();
        exams.open(SESSION, LocalDate.of(2026, 5, 23), List.of("软件设计师"), publisher);
        var file = Files.writeString(folder.resolve("roster.csv"), csv(count));
        var roster = rosters.importFile(SESSION, file, officer(Role.ANALYST));
        rosters.confirm(roster.id(), roster.sha256(), roster.totals(), publisher);
    }

    /** The same, each with an account. */
    public List<Person> people(int count, Path folder, String secret) throws IOException {
        roster(count, folder);
        var key = accounts.key();
        var numbers = IntStream.range(0, count).mapToObj(Scenes::number).toList();
        var names = IntStream.range(0, count).mapToObj(i -> "load-" + i).toList();
        var ids = accounts.openExaminees(SESSION, numbers, names, key);
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                new Person(
                                        i,
                                        numbers.get(i),
                                        ids.get(i),
                                        names.get(i),
                                        key.password(),
                                        DemoAccounts.header(ids.get(i), secret)))
                .toList();
    }

    /**
     * Opens the window now.
     *
     * @return when it closes, on the database's clock
     */
    public Instant open(Duration length) {
        var opens = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        var closes = opens.plus(length);
        exams.announceWindow(
                SESSION,
                SICHUAN,
                Round.ORDINARY,
                new Window(opens.atOffset(Beijing.OFFSET), closes.atOffset(Beijing.OFFSET)),
                Duration.ZERO,
                Duration.ZERO,
                entropy.id(),
                officer(),
                officer());
        return closes;
    }

    /**
     * What stands in the database.
     *
     * @param declared how many declarations there are
     * @param people how many people they are of
     * @param acts how many acts the ledger holds
     */
    public record Standing(long declared, int people, long acts) {}

    public Standing standing() {
        Set<String> people = new HashSet<>();
        declarations.sent(SESSION, one -> people.add(one.admissionNumber()));
        long declared =
                declarations.counts(SESSION).entrySet().stream()
                        .filter(count -> count.getKey() != Stage.WITHDRAWN)
                        .mapToLong(java.util.Map.Entry::getValue)
                        .sum();
        return new Standing(declared, people.size(), ledger.size());
    }

    /** How many of these receipts, by admission number, lead to no declaration of that person. */
    public long lost(java.util.Map<String, String> receipts) {
        return receipts.entrySet().stream()
                .filter(
                        one ->
                                find(one.getValue())
                                        .filter(is -> is.admissionNumber().equals(one.getKey()))
                                        .isEmpty())
                .count();
    }

    /** The declaration with that receipt. */
    Optional<DeclarationView> find(String receipt) {
        return declarations.byReceipt(receipt);
    }

    /** Signs the ledger as it stands, after reading all of it again, and proves these acts. */
    public void prove(List<Long> acts) {
        ledger.publish();
        acts.forEach(ledger::prove);
    }

    private static String csv(int count) {
        var rows =
                new StringBuilder(
                        "admission_number,division_code,qualification,subject_1,subject_2,"
                                + "standing,identity_type,identity_number,name\n");
        for (int i = 0; i < count; i++) {
            rows.append(number(i))
                    .append(",513326,软件设计师,40,41,,居民身份证,9901011990")
                    .append(String.format(Locale.ROOT, "%08d", i))
                    .append(",虚构人\n");
        }
        return rows.toString();
    }

    static String number(int person) {
        return String.format(Locale.ROOT, "L%07d", person);
    }

    private Officer officer() {
        return officer(Role.PUBLISHER);
    }

    private Officer officer(Role role) {
        return new Officer(entropy.id(), "虚构", Set.of(role), Optional.empty());
    }
}
