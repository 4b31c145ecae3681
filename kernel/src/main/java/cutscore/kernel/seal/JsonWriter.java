package cutscore.kernel.seal;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Writes JSON: canonical as RFC 8785 wants it, or indented for people. */
final class JsonWriter {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(9_007_199_254_740_991L);
    private static final BigDecimal SMALLEST = new BigDecimal("0.000001");

    private final StringBuilder out = new StringBuilder();
    private final boolean indented;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    static String canonical(Json value) {
        var writer = new JsonWriter(false);
        writer.write(value, 0);
        return writer.out.toString();
    }

    static String pretty(Json value) {
        var writer = new JsonWriter(true);
        writer.write(value, 0);
        return writer.out.append('\n').toString();
    }

    private void write(Json value, int depth) {
        switch (value) {
            case Json.Null() -> out.append("null");
            case Json.Bool(var flag) -> out.append(flag);
            case Json.Num(var number) -> out.append(number(number));
            case Json.Text(var text) -> quote(text);
            case Json.Arr array -> writeArray(array, depth);
            case Json.Obj object -> writeObject(object, depth);
        }
    }

    private void writeArray(Json.Arr array, int depth) {
        out.append('[');
        for (Iterator<Json> items = array.items().iterator(); items.hasNext(); ) {
            line(depth + 1);
            write(items.next(), depth + 1);
            out.append(items.hasNext() ? "," : "");
        }
        line(array.items().isEmpty() ? -1 : depth);
        out.append(']');
    }

    private void writeObject(Json.Obj object, int depth) {
        // A TreeMap of strings sorts by UTF-16 code units, which is what RFC 8785 section 3.2.3
        // asks.
        var members = indented ? object.members() : new TreeMap<>(object.members());
        out.append('{');
        for (Iterator<Map.Entry<String, Json>> it = members.entrySet().iterator(); it.hasNext(); ) {
            var member = it.next();
            line(depth + 1);
            quote(member.getKey());
            out.append(indented ? ": " : ":");
            write(member.getValue(), depth + 1);
            out.append(it.hasNext() ? "," : "");
        }
        line(members.isEmpty() ? -1 : depth);
        out.append('}');
    }

    private void line(int depth) {
        if (indented && depth >= 0) {
            out.append('\n').repeat("  ", depth);
        }
    }

    private static String number(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        var size = number.abs();
        if (size.compareTo(LARGEST) > 0 || size.compareTo(SMALLEST) < 0) {
            throw new JsonFault("a number that JSON readers would round: " + number);
        }
        return number.stripTrailingZeros().toPlainString();
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> plain(text, i, c);
            }
        }
        out.append('"');
    }

    private void plain(String text, int at, char c) {
        if (c < 0x20) {
            out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            return;
        }
        boolean paired =
                Character.isHighSurrogate(c)
                        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                        : !Character.isLowSurrogate(c)
                                || (at > 0 && Character.isHighSurrogate(text.charAt(at - 1)));
        if (!paired) {
            throw new JsonFault("half a character (a lone surrogate) cannot be written");
        }
        out.append(c);
    }
}
