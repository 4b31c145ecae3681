package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an empty installation comes by its first two administrators: {@code serve} prints two
 * one-time codes, one for a system and one for a security administrator, to be used by two people
 * at {@code /setup}. From then on roles are granted by two. There is no default password.
 */
@Component
public class FirstAdministrators {
    private static final List<Role> FOUNDERS = List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
    private static final Duration LIFE = Duration.ofHours(24);

    private final FoundingTable table;
    private final Officers officers;
    private final Passwords passwords;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;

    FirstAdministrators(
            FoundingTable table,
            Officers officers,
            Passwords passwords,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock) {
        this.table = table;
        this.officers = officers;
        this.passwords = passwords;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * A code to be handed to one person.
     *
     * @param role what it makes of that person
     * @param code four times six signs with hyphens; only its digest is stored
     * @param expires when it stops working
     */
    public record Code(Role role, String code, Instant expires) {}

    /**
     * Fresh codes for those of the two who are still missing; older codes stop working. Empty when
     * both are there. For {@code serve} to print on the terminal, never for a log.
     */
    @Transactional
    public List<Code> offer() {
        List<Code> offered = new ArrayList<>();
        var expires = clock.instant().plus(LIFE);
        for (Role role : FOUNDERS) {
            if (!table.isFounded(role)) {
                String code = ReadableSecret.of(24, entropy);
                table.store(role, Digest.hex(plain(code)), expires);
                offered.add(new Code(role, code, expires));
            }
        }
        return offered;
    }

    /** Whether both are there, so that {@code /setup} has nothing left to do. */
    public boolean areComplete() {
        return FOUNDERS.stream().allMatch(table::isFounded);
    }

    /**
     * Makes the person with the code an administrator. The code works once.
     *
     * @throws Unreadable when the code is wrong, used or too old, or a name or the password is
     *     refused
     */
    @Transactional
    public Officer found(String code, String signInName, String name, String password) {
        var now = clock.instant();
        var role = table.use(Digest.hex(plain(code)), now).orElseThrow(() -> notAccepted());
        var officer =
                officers.open(
                        signInName,
                        name,
                        Optional.empty(),
                        passwords.hash(password, signInName),
                        null);
        table.found(entropy.id(), officer.id(), role, now);
        var body =
                Json.object()
                        .put("officer", officer.id().toString())
                        .put("role", role.name())
                        .build();
        ledger.append(new Act("administrator.founded", now, List.of(officer.id()), body));
        return officers.find(officer.id()).orElseThrow();
    }

    private static String plain(String code) {
        return code.strip().toLowerCase(Locale.ROOT).replace("-", "");
    }

    private static Unreadable notAccepted() {
        return new Unreadable(
                Fault.of(
                        "SETUP_CODE",
                        new Words(
                                "这个一次性代码不对、已用过或已过期",
                                "this one-time code is wrong, used or too old"),
                        new Words(
                                "重新启动 serve 会打印新的代码", "starting serve again prints fresh codes")));
    }
}
