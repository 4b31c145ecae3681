package cutscore.browser;

import com.microsoft.playwright.Page;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.area.Areas;
import cutscore.server.certificate.Certificates;
import cutscore.server.cycle.Replayed;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.SentDeclaration;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Invented people whom a walk has for itself alone: no walk takes what another one needs, whatever
 * their order, and each can be walked again.
 */
final class People {
    static final DivisionCode PROVINCE = new DivisionCode("510000");
    private static final Set<DivisionCode> AREAS =
            Site.bean(Areas.class).inForce(PROVINCE, LocalDate.of(2023, 6, 1));
    private static final DemoAccounts.Key KEY = Site.bean(DemoAccounts.class).key();
    private static final Words INVENTED = new Words("为一次走查", "for one walk");

    /** Who was given away; the first of each kind are of the played cast. */
    private static final Set<String> TAKEN = new HashSet<>();

    private static int officers;

    private People() {}

    /** Registered in a line area, has not declared, and a late round is open. */
    static Replayed.SignIn mayDeclare() {
        return examinee(whoMayDeclare(entry -> AREAS.contains(entry.division()), 1).getFirst());
    }

    /** Registered elsewhere; may declare to work in a line area. */
    static Replayed.SignIn mayDeclareToWork() {
        return examinee(whoMayDeclareToWork(1).getFirst());
    }

    /** The admission numbers of several. */
    static List<String> whoMayDeclareToWork(int many) {
        return whoMayDeclare(entry -> !AREAS.contains(entry.division()), many);
    }

    /** Declared with the registration, was approved, reached the line, holds a certificate. */
    static Replayed.SignIn awarded() {
        var certificates = Site.bean(Certificates.class);
        return examinee(
                sent(
                        who ->
                                who.ground().route() == DeclaredGround.Route.ORDINARY
                                        && certificates.of(who.id().value()).isPresent()));
    }

    /** The roster's next people who sat, missed the national line and did not declare. */
    private static synchronized List<String> whoMayDeclare(Predicate<RosterEntry> is, int many) {
        var declarations = Site.bean(Declarations.class);
        var found = new ArrayList<String>();
        var first = new ArrayList<String>();
        Site.bean(Rosters.class)
                .entries(
                        Site.SESSION,
                        entry -> {
                            if (found.size() < many
                                    && is.test(entry)
                                    && mayDeclare(entry)
                                    && !TAKEN.contains(entry.admissionNumber())
                                    && declarations
                                            .of(Site.SESSION, entry.admissionNumber())
                                            .isEmpty()) {
                                // The first of a kind may be somebody of the played cast.
                                (first.size() < 2 ? first : found).add(entry.admissionNumber());
                            }
                        });
        if (found.size() < many) {
            throw new IllegalStateException("the invented roster has no more such people");
        }
        TAKEN.addAll(found);
        return List.copyOf(found);
    }

    private static boolean mayDeclare(RosterEntry entry) {
        return !entry.voided()
                && entry.scores().stream().allMatch(score -> score.sat())
                && !entry.reaches(entry.qualification().national());
    }

    private static synchronized String sent(Predicate<SentDeclaration> is) {
        var found = new ArrayList<String>();
        Site.bean(Declarations.class)
                .sent(
                        Site.SESSION,
                        who -> {
                            if (found.size() < 2
                                    && !TAKEN.contains(who.admissionNumber())
                                    && is.test(who)) {
                                found.add(who.admissionNumber());
                            }
                        });
        // The first is of the played cast.
        TAKEN.add(found.getLast());
        return found.getLast();
    }

    private static Replayed.SignIn examinee(String admissionNumber) {
        var account =
                Site.bean(DemoAccounts.class)
                        .openExaminee(newName(), Site.SESSION, admissionNumber, INVENTED, KEY);
        return new Replayed.SignIn(
                account.signInName(), account.password(), Role.EXAMINEE.title(), INVENTED);
    }

    /** An officer by the name that is shown: {@code 审核员甲（虚构）}. */
    static Officer officer(String display) {
        return Site.bean(Officers.class).all().stream()
                .filter(one -> one.name().equals(display))
                .findFirst()
                .orElseThrow();
    }

    /** A new officer with that role, who sets the own password in this page's browser. */
    static Replayed.SignIn newOfficer(Page page, Role role) {
        var door = Site.bean(Officers.class);
        var system = holding(Role.SYSTEM_ADMIN);
        var security = holding(Role.SECURITY_ADMIN);
        String name = newName();
        Optional<DivisionCode> place =
                role.isProvincial() ? Optional.of(PROVINCE) : Optional.empty();
        var opened = door.create(name, display(name), place, system);
        door.confirm(door.propose(opened.officer().id(), role, system), security);
        String password = "a quiet bridge over nine rivers";
        Door.setFirstPassword(page, name, opened.code(), password);
        return new Replayed.SignIn(name, password, role.title(), INVENTED);
    }

    /** The name that is shown of who signs in by that name. */
    static String display(String name) {
        return "走查" + name + "（虚构）";
    }

    /** A sign-in name that nobody has. */
    static synchronized String newName() {
        return "walk." + ++officers;
    }

    private static Officer holding(Role role) {
        return Site.bean(Officers.class).all().stream()
                .filter(one -> one.roles().contains(role))
                .findFirst()
                .orElseThrow();
    }
}
