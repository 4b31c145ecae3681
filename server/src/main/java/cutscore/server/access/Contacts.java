package cutscore.server.access;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The door to examinees' confirmed contacts: at most one e-mail address and one mobile number each.
 * They are encrypted at rest and opened here alone.
 */
@Component
public class Contacts {
    private final ContactTable table;

    Contacts(ContactTable table) {
        this.table = table;
    }

    /**
     * The account's contacts, e-mail first; none for an officer or an account without them.
     *
     * @param accountId of an examinee
     */
    public List<Contact> of(UUID accountId) {
        return table.of(accountId);
    }

    /**
     * The contacts of whoever has an account for that person.
     *
     * @param person the roster's keyed digest, 64 hexadecimal characters
     */
    public List<Contact> byPerson(String person) {
        return table.accountOf(person).map(table::of).orElseGet(List::of);
    }
}
