package cutscore.server.declaration;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.declaration.ListFilter.Holder;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.web.FieldFault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A filter as it was typed, and what was wrong with it. What cannot be read narrows nothing and is
 * told.
 */
public record ListForm(ListFilter filter, Map<String, String> typed, List<FieldFault> faults) {
    /** Every name a filter may have in an address. */
    public static final Set<String> NAMES =
            Set.of(
                    "session",
                    "stage",
                    "ground",
                    "place",
                    "qualification",
                    "from",
                    "to",
                    "overdue",
                    "returnedToday",
                    "holder",
                    "receipt",
                    "order");

    private static final String ALL = "ALL";
    private static final String NOT_A_RECEIPT_SIGN = "[^0-9A-HJKMNP-TV-Z]";

    public ListForm {
        typed = Map.copyOf(typed);
        faults = List.copyOf(faults);
    }

    /** As typed, empty where nothing was. */
    public String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    /**
     * @param session which one is meant where the address names none
     */
    public static ListForm read(Map<String, String> typed, SessionId session) {
        var faults = new ArrayList<FieldFault>();
        var filter =
                new ListFilter(
                        session,
                        stage(typed.getOrDefault("stage", "")),
                        named(DeclaredGround.values(), typed.getOrDefault("ground", "")),
                        place(typed.getOrDefault("place", "")),
                        Optional.of(typed.getOrDefault("qualification", "").strip())
                                .filter(name -> !name.isEmpty()),
                        day(typed, "from", faults),
                        day(typed, "to", faults),
                        "1".equals(typed.get("overdue")),
                        "1".equals(typed.get("returnedToday")),
                        holder(typed.getOrDefault("holder", "")),
                        receipt(typed.getOrDefault("receipt", ""), faults),
                        "newest".equals(typed.get("order")));
        if (filter.from().isPresent()
                && filter.to().isPresent()
                && filter.to().get().isBefore(filter.from().get())) {
            faults.add(
                    new FieldFault(
                            "to",
                            new Words(
                                    "到达截止日早于起始日，请对调",
                                    "the last day is before the first: swap them")));
        }
        var kept = new HashMap<>(typed);
        kept.keySet().retainAll(NAMES);
        return new ListForm(filter, kept, faults);
    }

    /** The same from the text behind a question mark. */
    public static Map<String, String> parameters(String query) {
        var out = new HashMap<String, String>();
        Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .filter(pair -> pair.length == 2 && NAMES.contains(pair[0]))
                .forEach(pair -> out.put(pair[0], decoded(pair[1])));
        return out;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    /** What waits, where nothing is said; everything where that is asked. */
    private static Optional<Stage> stage(String text) {
        return text.equals(ALL)
                ? Optional.empty()
                : named(Stage.values(), text).or(() -> Optional.of(Stage.SUBMITTED));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String text) {
        return Arrays.stream(values).filter(one -> one.name().equals(text)).findFirst();
    }

    private static Optional<DivisionCode> place(String text) {
        return DivisionCode.isWellFormed(text)
                ? Optional.of(new DivisionCode(text)).filter(code -> !code.isProvince())
                : Optional.empty();
    }

    private static Holder holder(String text) {
        return switch (text) {
            case "" -> new Holder.Anybody();
            case "nobody" -> new Holder.Nobody();
            case "me" -> new Holder.Myself();
            default -> {
                try {
                    yield new Holder.Colleague(UUID.fromString(text));
                } catch (IllegalArgumentException mistyped) {
                    yield new Holder.Anybody();
                }
            }
        };
    }

    private static Optional<LocalDate> day(
            Map<String, String> typed, String name, List<FieldFault> faults) {
        var text = typed.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException mistyped) {
            faults.add(
                    new FieldFault(
                            name,
                            new Words(
                                    "日期读不出来，请写成 2023-08-22",
                                    "this is no date: write it like 2023-08-22")));
            return Optional.empty();
        }
    }

    /** SB-7K2… however it is typed: without hyphens, in small letters, with O for 0. */
    private static String receipt(String text, List<FieldFault> faults) {
        var plain = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^SB", "");
        var signs = plain.replaceAll("[\\s\\-－—]", "").replace('O', '0').replace('I', '1');
        signs = signs.replace('L', '1');
        if (signs.isEmpty()) {
            return "";
        }
        if (signs.length() > 16 || !signs.replaceAll(NOT_A_RECEIPT_SIGN, "").equals(signs)) {
            faults.add(
                    new FieldFault(
                            "receipt",
                            new Words(
                                    "回执号是 SB 和 16 个字符，可以只写开头几个",
                                    "a receipt is SB and 16 signs; the first few are enough")));
            return "";
        }
        return "SB-" + signs.replaceAll("(.{4})(?=.)", "$1-");
    }
}
