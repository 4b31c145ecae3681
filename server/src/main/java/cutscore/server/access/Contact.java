package cutscore.server.access;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a person can be reached. It is confirmed by a code before it counts.
 *
 * @param address an e-mail address in lower case, or a mobile number of the mainland, 11 digits
 */
public record Contact(Channel channel, String address) implements Serializable {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final int LONGEST = 254;

    /** How it is reached. */
    public enum Channel {
        EMAIL,
        SMS
    }

    public Contact {
        boolean good =
                switch (channel) {
                    case SMS -> MOBILE.matcher(address).matches();
                    case EMAIL -> address.length() <= LONGEST && EMAIL.matcher(address).matches();
                };
        if (!good) {
            throw new IllegalArgumentException("neither an e-mail address nor a mobile number");
        }
    }

    /**
     * What somebody typed: spaces, hyphens and {@code +86} before a mobile number do not matter.
     * Empty when it is neither of the two.
     */
    public static Optional<Contact> of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        String digits = text.replaceAll("[\\s-]", "").replaceFirst("^(\\+|00)86", "");
        if (MOBILE.matcher(digits).matches()) {
            return Optional.of(new Contact(Channel.SMS, digits));
        }
        boolean mail = text.length() <= LONGEST && EMAIL.matcher(text).matches();
        return mail ? Optional.of(new Contact(Channel.EMAIL, text)) : Optional.empty();
    }

    /** What may stand on the owner's own page: {@code 138****5678}, {@code t***@example.org}. */
    public String masked() {
        return switch (channel) {
            case SMS -> address.substring(0, 3) + "****" + address.substring(7);
            case EMAIL -> address.charAt(0) + "***" + address.substring(address.indexOf('@'));
        };
    }

    /** Tells nothing of it. */
    @Override
    public String toString() {
        return "Contact[" + channel + "]";
    }
}
