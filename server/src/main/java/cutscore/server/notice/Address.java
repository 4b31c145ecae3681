package cutscore.server.notice;

import cutscore.server.access.Contact;
import cutscore.server.database.FieldCipher;
import cutscore.server.database.FieldCiphers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Seals where a message goes, and the code in it, for as long as it waits. */
@Component
final class Address {
    private static final String SEPARATOR = "\n";

    private final FieldCipher cipher;

    Address(FieldCiphers ciphers) {
        this.cipher = ciphers.forPurpose("contact-file");
    }

    /**
     * What is sealed.
     *
     * @param code of a message with a code; empty otherwise
     */
    record Opened(Contact contact, String code) {
        /** Tells neither. */
        @Override
        public String toString() {
            return "Opened[" + contact + "]";
        }
    }

    byte[] seal(Contact contact, String code, String row) {
        return cipher.seal(
                contact.channel().name() + SEPARATOR + contact.address() + SEPARATOR + code, row);
    }

    Opened open(byte[] sealed, String row) {
        String[] parts = cipher.openText(sealed, row).split(SEPARATOR, -1);
        return new Opened(new Contact(Contact.Channel.valueOf(parts[0]), parts[1]), parts[2]);
    }

    /** Several addresses for one happening. */
    byte[] sealAll(List<Contact> contacts, String code, String row) {
        var all = new StringBuilder();
        contacts.forEach(
                c ->
                        all.append(c.channel().name())
                                .append(SEPARATOR)
                                .append(c.address())
                                .append(SEPARATOR));
        return cipher.seal(all.append(code).toString(), row);
    }

    List<Opened> openAll(byte[] sealed, String row) {
        String[] parts = cipher.openText(sealed, row).split(SEPARATOR, -1);
        String code = parts[parts.length - 1];
        var all = new ArrayList<Opened>();
        for (int i = 0; i + 2 < parts.length; i += 2) {
            var channel = Contact.Channel.valueOf(parts[i]);
            all.add(new Opened(new Contact(channel, parts[i + 1]), code));
        }
        return all;
    }
}
