package cutscore.server.access;

import cutscore.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a new account is to be signed in to with: a contact that receives codes, or a sign-in name
 * and a password, or both.
 */
record KeysWanted(String contact, String signInName, String password) {

    KeysWanted {
        contact = contact.strip();
        signInName = signInName.strip().toLowerCase(Locale.ROOT);
    }

    static KeysWanted none() {
        return new KeysWanted("", "", "");
    }

    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (!contact.isEmpty() && reachable().isEmpty()) {
            faults.add(badContact());
        }
        if (!signInName.isEmpty() && !signInName.matches("[a-z][a-z0-9.-]{2,39}")) {
            faults.add(
                    RosterFacts.fault(
                            "SIGN_IN_NAME",
                            "登录名要有 3 到 40 个字符，只用小写字母、数字、点和连字符，以字母开头",
                            "a sign-in name has 3 to 40 of a–z, 0–9, dot and hyphen and begins"
                                    + " with a letter",
                            "改一改，或留空用手机号、邮箱登录",
                            "change it, or leave it empty and sign in by telephone or e-mail"));
        }
        if (contact.isEmpty() && (signInName.isEmpty() || password.isEmpty())) {
            faults.add(
                    RosterFacts.fault(
                            "NO_KEY",
                            "还没有以后登录用的东西",
                            "there is nothing yet to sign in with later",
                            "填手机号或邮箱；都没有的，填登录名和口令",
                            "give a telephone or e-mail; without either, a name and a password"));
        }
        return faults;
    }

    static Fault badContact() {
        return RosterFacts.fault(
                "CONTACT",
                "这不像手机号，也不像邮箱地址",
                "this is neither a mobile number nor an e-mail address",
                "手机号 11 位，以 1 开头；邮箱要有 @",
                "a mobile number has 11 digits and begins with 1; an e-mail address has an @");
    }

    static Fault nameTaken() {
        return RosterFacts.fault(
                "SIGN_IN_NAME_TAKEN",
                "这个登录名已经有人用了",
                "this sign-in name is taken",
                "换一个登录名",
                "choose another");
    }

    Optional<Contact> reachable() {
        return Contact.of(contact);
    }

    @Nullable String name() {
        return signInName.isEmpty() ? null : signInName;
    }

    /** Tells nothing of it. */
    @Override
    public String toString() {
        return "KeysWanted[]";
    }
}
