package cutscore.server.admission;

import cutscore.kernel.seal.Digest;
import cutscore.server.database.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Writes tickets and reads only what it wrote, for the browser it was written for, within a quarter
 * of an hour of the first attempt. A ticket names nobody.
 */
final class Tickets {
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final Pattern TEXT =
            Pattern.compile("([a-z]{1,20})\\.([0-9]{1,18})\\.([0-9]{0,20})\\.([A-Za-z0-9_-]{43})");

    private final byte[] secret;

    Tickets(Keys keys) {
        this.secret = keys.secret("admission");
    }

    String write(Ticket ticket) {
        String said =
                ticket.lane()
                        + "."
                        + ticket.number()
                        + "."
                        + ticket.firstArrival().map(Tickets::micros).orElse("");
        return said + "." + mac(said, ticket.holder());
    }

    /**
     * Empty when it is not ours, not this browser's, or too old.
     *
     * @param now business time as well as we know it; null where we do not
     */
    Optional<Ticket> read(String text, String holder, @Nullable Instant now) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String said = text.substring(0, text.lastIndexOf('.'));
        if (!same(mac(said, holder), parts.group(4))) {
            return Optional.empty();
        }
        var arrived = parts.group(3).isEmpty() ? null : instant(parts.group(3));
        var ticket = new Ticket(parts.group(1), Long.parseLong(parts.group(2)), arrived, holder);
        return Optional.of(ticket).filter(one -> isFresh(one, now));
    }

    private static boolean isFresh(Ticket ticket, @Nullable Instant now) {
        return now == null
                || ticket.firstArrival().filter(at -> at.plus(LIFE).isBefore(now)).isEmpty();
    }

    /** What a browser is recognised by here: a digest of its session's cookie. */
    static String holder(String session) {
        return Digest.hex(session);
    }

    private String mac(String said, String holder) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] bytes = (said + "|" + holder).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String micros(Instant moment) {
        return Long.toString(moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000);
    }

    private static Instant instant(String micros) {
        long all = Long.parseLong(micros);
        return Instant.ofEpochSecond(all / 1_000_000, all % 1_000_000 * 1_000);
    }
}
