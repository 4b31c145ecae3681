package cutscore.kernel.seal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value, written in one canonical form (RFC 8785): members sorted by UTF-16 code units, no
 * white space, shortest escapes, UTF-8. What is digested, signed or put in the ledger is exactly
 * {@link #bytes()}.
 *
 * <p>Numbers are exact decimals between 1e-6 and 2^53; anything else is refused rather than
 * rounded.
 */
public sealed interface Json {

    /**
     * Members keep the order they were given in for {@link #pretty()}; canonical form sorts them.
     */
    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        public Optional<Json> find(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /**
         * @throws JsonFault when there is no such member
         */
        public Json get(String name) {
            return find(name).orElseThrow(() -> new JsonFault("missing member: " + name));
        }

        /**
         * @throws JsonFault when the member is missing or no text
         */
        public String text(String name) {
            if (get(name) instanceof Text text) {
                return text.value();
            }
            throw new JsonFault("not a text: " + name);
        }

        /** The text, or empty when the member is missing or null. */
        public Optional<String> textIfAny(String name) {
            return find(name).filter(Text.class::isInstance).map(t -> ((Text) t).value());
        }

        /**
         * @throws JsonFault when the member is missing or no whole number
         */
        public long whole(String name) {
            if (get(name) instanceof Num number) {
                return number.whole();
            }
            throw new JsonFault("not a number: " + name);
        }

        /**
         * @throws JsonFault when the member is missing or no object
         */
        public Obj object(String name) {
            if (get(name) instanceof Obj object) {
                return object;
            }
            throw new JsonFault("not an object: " + name);
        }

        /**
         * @throws JsonFault when the member is missing or no array
         */
        public List<Json> array(String name) {
            if (get(name) instanceof Arr array) {
                return array.items();
            }
            throw new JsonFault("not an array: " + name);
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Text(String value) implements Json {}

    record Num(BigDecimal value) implements Json {
        /**
         * @throws JsonFault when it has a fraction or is too large
         */
        public long whole() {
            try {
                return value.longValueExact();
            } catch (ArithmeticException e) {
                throw new JsonFault("not a whole number: " + value, e);
            }
        }
    }

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    static Json of(@Nullable String text) {
        return text == null ? new Null() : new Text(text);
    }

    static Json of(long number) {
        return new Num(BigDecimal.valueOf(number));
    }

    static Json of(BigDecimal number) {
        return new Num(number);
    }

    static Json of(boolean value) {
        return new Bool(value);
    }

    static Json ofNull() {
        return new Null();
    }

    static Arr array(Collection<? extends Json> items) {
        return new Arr(new ArrayList<>(items));
    }

    static Arr texts(Collection<String> items) {
        return new Arr(items.stream().map(Json::of).toList());
    }

    static Building object() {
        return new Building();
    }

    /**
     * Reads one JSON text strictly: no comments, no duplicate members, nothing after it.
     *
     * @throws JsonFault saying where and what
     */
    static Json parse(String text) {
        return new JsonReader(text).read();
    }

    /**
     * @throws JsonFault when it is no JSON or no object
     */
    static Obj parseObject(String text) {
        if (parse(text) instanceof Obj object) {
            return object;
        }
        throw new JsonFault("not an object");
    }

    /** The canonical text, RFC 8785. */
    default String canonical() {
        return JsonWriter.canonical(this);
    }

    /** The canonical text's UTF-8 bytes. */
    default byte[] bytes() {
        return canonical().getBytes(StandardCharsets.UTF_8);
    }

    /** Indented, members in the order given: for eyes, never for digests. */
    default String pretty() {
        return JsonWriter.pretty(this);
    }

    /** Collects the members of an object in order. */
    final class Building {
        private final Map<String, Json> members = new LinkedHashMap<>();

        public Building put(String name, Json value) {
            members.put(name, value);
            return this;
        }

        public Building put(String name, @Nullable String text) {
            return put(name, Json.of(text));
        }

        public Building put(String name, long number) {
            return put(name, Json.of(number));
        }

        public Building put(String name, boolean value) {
            return put(name, Json.of(value));
        }

        public Obj build() {
            return new Obj(members);
        }
    }
}
