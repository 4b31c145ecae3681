package cutscore.server.access;

import cutscore.kernel.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an examinee changes at the own account. The owner is told of each change, at the contacts
 * from before it too; something to sign in with always stays.
 */
@Component
class AccountKeeping {
    private final ExamineeAccountTable accounts;
    private final ContactTable contacts;
    private final PasskeyTable passkeys;
    private final LinkedIdentities identities;
    private final SignIns signIns;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate together;

    AccountKeeping(
            ExamineeAccountTable accounts,
            ContactTable contacts,
            PasskeyTable passkeys,
            LinkedIdentities identities,
            SignIns signIns,
            Passwords passwords,
            ApplicationEventPublisher events,
            TransactionTemplate together) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.passkeys = passkeys;
        this.identities = identities;
        this.signIns = signIns;
        this.passwords = passwords;
        this.events = events;
        this.together = together;
    }

    /** The account as its owner sees it. */
    AccountView view(UUID account) {
        return new AccountView(
                accounts.keyring(account),
                contacts.of(account),
                passkeys.of(account),
                identities.isLinked(account));
    }

    /**
     * Sets the password and ends all other sign-ins.
     *
     * @param current needed unless the sign-in has just proven more
     * @throws Unreadable when the current one is wrong or the new one is weak
     */
    void setPassword(LiveSignIn here, String current, String wanted) {
        var held = accounts.passwordHash(here.account());
        boolean right =
                held.map(hash -> passwords.matches(current, hash))
                        .orElseGet(() -> passwords.matchesNobody(current));
        if (!right && !here.provesMore()) {
            throw new Unreadable(
                    RosterFacts.fault(
                            "PASSWORD_WRONG",
                            "现在的口令不对",
                            "the present password is wrong",
                            "忘了的，先退出，用验证码登录后十分钟内再改",
                            "if it is forgotten, sign out, sign in with a code and set it within"
                                    + " ten minutes"));
        }
        String name = accounts.keyring(here.account()).signInName();
        String hash = passwords.hash(wanted, name == null ? "\u0000" : name);
        together.executeWithoutResult(
                _ -> {
                    accounts.setPassword(here.account(), hash);
                    signIns.endOthers(here.account(), here.id());
                    tell(here.account(), AccountChanged.What.PASSWORD_CHANGED, List.of());
                });
    }

    /** Puts a contact in the place of the former one; it was confirmed by a code. */
    @Transactional
    public void putContact(UUID account, Contact contact) {
        var before = contacts.of(account);
        contacts.put(account, contact);
        tell(account, AccountChanged.What.CONTACT_CHANGED, before);
    }

    /**
     * @throws Unreadable when nothing would be left to sign in with
     */
    @Transactional
    public void removeContact(UUID account, Contact.Channel channel) {
        var before = contacts.of(account);
        contacts.remove(account, channel);
        somethingStays(account);
        tell(account, AccountChanged.What.CONTACT_REMOVED, before);
    }

    /**
     * @throws Unreadable when nothing would be left to sign in with
     */
    @Transactional
    public void removePasskey(UUID account, String id) {
        if (passkeys.remove(account, id)) {
            somethingStays(account);
            tell(account, AccountChanged.What.PASSKEY_REMOVED, List.of());
        }
    }

    /** Links the identity from elsewhere that this browser has just proven. */
    @Transactional
    public void link(UUID account, LinkedIdentities.Proven proven) {
        if (identities.link(account, proven)) {
            tell(account, AccountChanged.What.IDENTITY_LINKED, List.of());
        }
    }

    /**
     * @throws Unreadable when nothing would be left to sign in with
     */
    @Transactional
    public void unlink(UUID account) {
        if (identities.unlink(account)) {
            somethingStays(account);
            tell(account, AccountChanged.What.IDENTITY_UNLINKED, List.of());
        }
    }

    private void somethingStays(UUID account) {
        if (!view(account).canSignIn()) {
            throw new Unreadable(
                    RosterFacts.fault(
                            "LAST_KEY",
                            "去掉它就没有办法登录了",
                            "without it there would be no way to sign in",
                            "先添加另一种登录方式",
                            "add another way to sign in first"));
        }
    }

    private void tell(UUID account, AccountChanged.What what, List<Contact> before) {
        var all = new ArrayList<>(before);
        contacts.of(account).stream().filter(one -> !all.contains(one)).forEach(all::add);
        events.publishEvent(new AccountChanged(account, what, all));
    }
}
