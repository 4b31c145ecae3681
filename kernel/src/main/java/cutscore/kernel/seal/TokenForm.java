package cutscore.kernel.seal;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The bytes of a token: one version byte, then the fields in a fixed order, texts with a length
 * byte. The QR text is {@code HX1} and base 32 of body and signature, at most 300 characters.
 */
final class TokenForm {
    static final String MARK = "HX1";
    static final int TEXT_MAX = 300;
    private static final int SIGNATURE = 64;

    private TokenForm() {}

    /** A token and the signature that came with it. */
    @SuppressWarnings("ArrayRecordComponent") // read once, right here; never compared
    record Parts(CertificateToken token, byte[] signature) {}

    static byte[] write(CertificateToken token) {
        var out = new ByteArrayOutputStream();
        out.write(CertificateToken.VERSION);
        out.writeBytes(token.number().packed());
        out.write(token.session().year() - 2000);
        out.write(token.session().half());
        out.write(Integer.parseInt(token.province().value().substring(0, 2)));
        out.write(token.route() == IssueRoute.ORDINARY ? 0 : 1);
        int day = (int) token.issued().toEpochDay();
        out.write(day >> 8);
        out.write(day);
        out.writeBytes(token.name().bytes());
        out.writeBytes(HexFormat.of().parseHex(token.keyId()));
        text(out, token.environment());
        text(out, token.level());
        text(out, token.qualification());
        text(out, token.list());
        return out.toByteArray();
    }

    static byte[] signedBytes(byte[] body) {
        var context = CertificateToken.CONTEXT.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(context.length + body.length).put(context).put(body).array();
    }

    static String text(byte[] body, byte[] signature) {
        var whole = ByteBuffer.allocate(body.length + signature.length).put(body).put(signature);
        var text = MARK + Base32.write(whole.array());
        if (text.length() > TEXT_MAX) {
            throw new IllegalArgumentException("too long for the QR code: " + text.length());
        }
        return text;
    }

    static Optional<Parts> read(String text) {
        if (!text.startsWith(MARK) || text.length() > TEXT_MAX) {
            return Optional.empty();
        }
        return Base32.read(text.substring(MARK.length())).flatMap(TokenForm::split);
    }

    private static Optional<Parts> split(byte[] whole) {
        if (whole.length <= SIGNATURE) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(whole, whole.length - SIGNATURE);
        byte[] signature = Arrays.copyOfRange(whole, body.length, whole.length);
        try {
            var token = token(ByteBuffer.wrap(body));
            // Only what we would write ourselves is read: no second spelling of the same token.
            return Arrays.equals(write(token), body)
                    ? Optional.of(new Parts(token, signature))
                    : Optional.empty();
        } catch (IllegalArgumentException
                | java.nio.BufferUnderflowException
                | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static CertificateToken token(ByteBuffer in) throws CharacterCodingException {
        if (in.get() != CertificateToken.VERSION) {
            throw new IllegalArgumentException("another version");
        }
        var number =
                CertificateNumber.unpack(bytes(in, 13))
                        .orElseThrow(() -> new IllegalArgumentException("no number"));
        var session = SessionId.of(2000 + (in.get() & 0xff), in.get());
        var province = new DivisionCode((in.get() & 0xff) + "0000");
        var route = route(in.get());
        var issued = LocalDate.ofEpochDay(in.getShort() & 0xffff);
        var name = new NameDigest(HexFormat.of().formatHex(bytes(in, 16)));
        var keyId = HexFormat.of().formatHex(bytes(in, 8));
        var environment = text(in);
        var level = text(in);
        var qualification = text(in);
        var list = text(in);
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("something follows");
        }
        return new CertificateToken(
                environment,
                number,
                session,
                level,
                qualification,
                province,
                list,
                route,
                issued,
                name,
                keyId);
    }

    private static IssueRoute route(int code) {
        return switch (code) {
            case 0 -> IssueRoute.ORDINARY;
            case 1 -> IssueRoute.REPLACEMENT;
            default -> throw new IllegalArgumentException("no such route");
        };
    }

    private static void text(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static String text(ByteBuffer in) throws CharacterCodingException {
        var raw = ByteBuffer.wrap(bytes(in, in.get() & 0xff));
        return StandardCharsets.UTF_8.newDecoder().decode(raw).toString();
    }

    private static byte[] bytes(ByteBuffer in, int count) {
        byte[] out = new byte[count];
        in.get(out);
        return out;
    }
}
