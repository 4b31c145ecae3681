package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.Json;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people who work here. A system administrator opens an account; a role is proposed by one
 * administrator (system or security) and confirmed by another, never for oneself.
 */
@Component
public class Officers {
    private final OfficerTable table;
    private final OfficerKeeping keeping;
    private final SignIns signIns;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;

    Officers(
            OfficerTable table,
            OfficerKeeping keeping,
            SignIns signIns,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock) {
        this.table = table;
        this.keeping = keeping;
        this.signIns = signIns;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * Opens an account without any role and without a password: its owner sets one with a one-time
     * code, at {@code /sign-in/first}.
     *
     * @param signInName 3 to 40 of a–z, 0–9, dot, hyphen; begins with a letter
     * @param province of provincial officers; empty for the others
     * @throws AccessRefused when {@code by} is no system administrator
     * @throws Unreadable when a name cannot be taken
     */
    @Transactional
    public Opened create(
            String signInName, String name, Optional<DivisionCode> province, Officer by) {
        by.must(Role.SYSTEM_ADMIN);
        var officer = open(signInName, name, province, null, by.id());
        var code = keeping.giveCode(officer.id());
        return new Opened(officer, code.code(), code.expires());
    }

    /**
     * An account that was just opened.
     *
     * @param code works once; shown to who opened the account and kept as a digest alone
     * @param expires when the code stops working, on the wall clock
     */
    public record Opened(Officer officer, String code, Instant expires) {

        /** Without the code. */
        @Override
        public String toString() {
            return "Opened[" + officer.id() + "]";
        }
    }

    /** Opens an account for which the caller has answered the question of who may. */
    Officer open(
            String signInName,
            String name,
            Optional<DivisionCode> province,
            @Nullable String hash,
            @Nullable UUID by) {
        require(
                signInName.matches("[a-z][a-z0-9.-]{2,39}"),
                "SIGN_IN_NAME",
                "登录名要有 3 到 40 个字符，只用小写字母、数字、点和连字符，以字母开头",
                "a sign-in name has 3 to 40 of a–z, 0–9, dot and hyphen and begins with a letter");
        require(
                !name.isBlank() && name.codePointCount(0, name.length()) <= 60,
                "DISPLAY_NAME",
                "姓名要有 1 到 60 个字符",
                "a name has 1 to 60 characters");
        require(
                !table.isNameTaken(signInName),
                "SIGN_IN_NAME_TAKEN",
                "这个登录名已经有人用了，请换一个",
                "this sign-in name is taken: choose another");
        var officer = new Officer(entropy.id(), name, Set.of(), province);
        table.insert(officer, signInName, hash, clock.instant(), by);
        return officer;
    }

    /**
     * The first of the two steps of a grant.
     *
     * @return the grant's id, for the second administrator
     * @throws AccessRefused when {@code by} is no administrator, proposes for himself, or the
     *     officer would hold two of the three administrators' roles
     */
    @Transactional
    public UUID propose(UUID officer, Role role, Officer by) {
        mustAdminister(by);
        if (officer.equals(by.id())) {
            throw new AccessRefused(new Words("不能给自己授予角色", "nobody proposes a role for himself"));
        }
        var grantee =
                table.find(officer)
                        .filter(found -> table.isOpen(found.id()))
                        .orElseThrow(Officers::notKnown);
        if (role == Role.EXAMINEE || role.isProvincial() != grantee.province().isPresent()) {
            throw new AccessRefused(
                    new Words(
                            "省级角色只给有省份的工作人员，其他角色只给没有省份的工作人员",
                            "provincial roles go to officers of a province, other roles to"
                                    + " others"));
        }
        var id = entropy.id();
        try {
            table.propose(id, officer, role, by.id(), clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new AccessRefused(
                    new Words(
                            "此人已有这个角色，或已有另一个管理员角色（三员不得兼任）",
                            "the officer has this role already, or another administrator's role"));
        }
        return id;
    }

    /**
     * The second step: from now on the officer holds the role. Confirming again changes nothing.
     *
     * @throws NoSuchElementException when there is no such grant
     * @throws SamePerson when the proposer confirms
     * @throws AccessRefused when {@code second} is no administrator, or is the one who gains, or
     *     the proposer is no administrator any more
     */
    @Transactional
    public void confirm(UUID grant, Officer second) {
        mustAdminister(second);
        var proposed = table.lockGrant(grant).orElseThrow(Officers::notKnown);
        TwoPeople.require(proposed.proposedBy(), second.id());
        if (proposed.officer().equals(second.id())) {
            throw new AccessRefused(new Words("不能确认给自己的角色", "nobody confirms a role for himself"));
        }
        if (!proposed.confirmed()) {
            mustStillAdminister(table.find(proposed.proposedBy()));
            var at = clock.instant();
            signIns.endAll(proposed.officer());
            table.confirm(grant, second.id(), at);
            var body =
                    Json.object()
                            .put("officer", proposed.officer().toString())
                            .put("role", proposed.role().name())
                            .build();
            var both = List.of(proposed.proposedBy(), second.id());
            ledger.append(new Act("role.granted", at, both, body));
        }
    }

    /**
     * Takes back a grant that nobody confirmed; any administrator may.
     *
     * @throws NoSuchElementException when it does not wait
     */
    @Transactional
    public void drop(UUID grant, Officer by) {
        mustAdminister(by);
        if (!table.dropGrant(grant, clock.instant())) {
            throw notKnown();
        }
    }

    /** Grants that wait for a second administrator, oldest first. */
    public List<ProposedGrant> waiting() {
        return table.waiting();
    }

    /** The officer with the roles held at this moment. */
    public Optional<Officer> find(UUID id) {
        return table.find(id);
    }

    /** All of them, in the order they came. */
    public List<Officer> all() {
        return table.all();
    }

    /**
     * The officer whose request this thread answers, with the roles held at this moment.
     *
     * @throws AccessRefused when nobody is signed in, or an examinee is
     */
    public Officer current() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof SignedIn.AsOfficer(UUID id)) {
            return table.find(id).orElseThrow(Officers::notKnown);
        }
        throw new AccessRefused(new Words("请先登录", "sign in first"));
    }

    /** Who proposed must still be an administrator when another confirms. */
    static void mustStillAdminister(Optional<Officer> proposer) {
        boolean still =
                proposer.map(Officer::roles)
                        .filter(
                                roles ->
                                        roles.contains(Role.SYSTEM_ADMIN)
                                                || roles.contains(Role.SECURITY_ADMIN))
                        .isPresent();
        if (!still) {
            throw new AccessRefused(
                    new Words(
                            "提出人已不再是管理员，请重新提出",
                            "the proposer is no administrator any more: propose it again"));
        }
    }

    static void mustAdminister(Officer by) {
        if (!by.roles().contains(Role.SYSTEM_ADMIN)) {
            by.must(Role.SECURITY_ADMIN);
        }
    }

    static NoSuchElementException notKnown() {
        return new NoSuchElementException("没有这一项 / there is no such entry");
    }

    private static void require(boolean met, String code, String zh, String en) {
        if (!met) {
            var words = new Words(zh, en);
            throw new Unreadable(List.of(Fault.of(code, words, words)));
        }
    }
}
