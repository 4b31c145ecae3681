package cutscore.kernel.seal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads one JSON text (RFC 8259) strictly; positions in faults count from 1. */
final class JsonReader {
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?");
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    Json read() {
        var value = value(0);
        space();
        if (at < text.length()) {
            throw fault("something stands after the end of the JSON");
        }
        return value;
    }

    private Json value(int depth) {
        if (depth > DEEPEST) {
            throw fault("nested too deeply");
        }
        space();
        char c = peek();
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            default -> number();
        };
    }

    private Json object(int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return new Json.Obj(members);
        }
        while (true) {
            space();
            if (peek() != '"') {
                throw fault("a member's name in double quotes should stand here");
            }
            String name = string();
            space();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw fault("member given twice: " + name);
            }
            if (closes('}')) {
                return new Json.Obj(members);
            }
        }
    }

    private Json array(int depth) {
        List<Json> items = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return new Json.Arr(items);
        }
        while (true) {
            items.add(value(depth + 1));
            if (closes(']')) {
                return new Json.Arr(items);
            }
        }
    }

    /** After an item: true at the closing bracket, false at a comma. */
    private boolean closes(char bracket) {
        space();
        char c = peek();
        if (c != ',' && c != bracket) {
            throw fault("a comma or " + bracket + " should stand here");
        }
        at++;
        return c == bracket;
    }

    private String string() {
        var out = new StringBuilder();
        at++;
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return out.toString();
            }
            if (c < 0x20) {
                throw fault("a control character inside a text");
            }
            out.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw fault("unknown escape \\" + c);
        };
    }

    private char unicode() {
        if (at + 4 > text.length()) {
            throw fault("\\u wants four hexadecimal digits");
        }
        String digits = text.substring(at, at + 4);
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw fault("\\u wants four hexadecimal digits");
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private Json number() {
        var matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw fault("no JSON value stands here");
        }
        at = matcher.end();
        return new Json.Num(new BigDecimal(matcher.group()));
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw fault("no JSON value stands here");
        }
        at += word.length();
        return value;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw fault(c + " should stand here");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault("the JSON ends too early");
        }
        return text.charAt(at);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private JsonFault fault(String what) {
        int stop = Math.min(at, text.length());
        long line = text.substring(0, stop).chars().filter(c -> c == '\n').count() + 1;
        int column = stop - text.lastIndexOf('\n', Math.max(0, stop - 1));
        return new JsonFault("line " + line + ", column " + Math.max(1, column) + ": " + what);
    }
}
