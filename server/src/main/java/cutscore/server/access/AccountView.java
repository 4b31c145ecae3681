package cutscore.server.access;

import java.util.List;

/**
 * An account's ways in, as its owner sees them.
 *
 * @param contacts at most one of each channel
 * @param linked whether an identity from elsewhere is
 */
record AccountView(
        ExamineeAccountTable.Keyring keyring,
        List<Contact> contacts,
        List<PasskeyLine> passkeys,
        boolean linked) {

    boolean canSignIn() {
        boolean named = keyring.password() && keyring.signInName() != null;
        return named || !contacts.isEmpty() || !passkeys.isEmpty() || linked;
    }
}
