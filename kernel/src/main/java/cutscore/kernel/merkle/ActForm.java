package cutscore.kernel.merkle;

import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import cutscore.kernel.time.Beijing;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The form of an entry: canonical JSON {@code {"at","body","by","kind","sequenced"}}. {@code at} is
 * when the act happened, {@code sequenced} when it got its place; the latter never goes back.
 */
public final class ActForm {
    private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+");
    private static final List<String> MEMBERS = List.of("at", "body", "by", "kind", "sequenced");

    private ActForm() {}

    /** Lower-case words in at least two parts: {@code declaration.submitted}. */
    public static boolean isKind(String kind) {
        return KIND.matcher(kind).matches();
    }

    /** Its {@link Json#bytes()} are the entry. Instants are cut to microseconds. */
    public static Json.Obj write(
            String kind, Instant at, Instant sequenced, List<UUID> by, Json.Obj body) {
        return Json.object()
                .put("kind", kind)
                .put("at", time(at))
                .put("sequenced", time(sequenced))
                .put("by", Json.texts(by.stream().map(UUID::toString).toList()))
                .put("body", body)
                .build();
    }

    /**
     * Reads an entry's bytes strictly.
     *
     * @return when it was sequenced
     * @throws JsonFault when it is not canonical JSON of this form
     */
    public static Instant sequenced(byte[] entry) {
        var act = Json.parseObject(text(entry));
        if (!Arrays.equals(act.bytes(), entry)) {
            throw new JsonFault("not canonical (RFC 8785)");
        }
        if (!List.copyOf(act.members().keySet()).equals(MEMBERS)) {
            throw new JsonFault("an act has the members " + MEMBERS);
        }
        if (!isKind(act.text("kind"))) {
            throw new JsonFault("not a kind of act");
        }
        for (Json officer : act.array("by")) {
            id(officer);
        }
        act.object("body");
        instant(act.text("at"));
        return instant(act.text("sequenced"));
    }

    private static void id(Json officer) {
        try {
            var text = ((Json.Text) officer).value();
            if (UUID.fromString(text).toString().equals(text)) {
                return;
            }
        } catch (ClassCastException | IllegalArgumentException e) {
            throw new JsonFault("who acted is not named by an id");
        }
        throw new JsonFault("who acted is not named by an id");
    }

    private static String text(byte[] entry) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(entry)).toString();
        } catch (CharacterCodingException e) {
            throw new JsonFault("not UTF-8");
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new JsonFault("not a time: " + text);
        }
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.MICROS).atOffset(Beijing.OFFSET));
    }
}
