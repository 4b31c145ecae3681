package cutscore.server.declaration.bench;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.time.Beijing;
import cutscore.server.declaration.Decision;
import cutscore.server.declaration.Reason;
import cutscore.server.declaration.ReturnItem;
import cutscore.server.declaration.Review;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/** Reads the form of a decision. */
final class TypedDecision {
    private static final int REASON = 500;
    private static final int CLAUSE = 60;

    private TypedDecision() {}

    /**
     * @param library finds an offered reason by its id: its sentence and clause stand where nothing
     *     else was typed
     * @throws Unreadable naming what is missing
     */
    static Decision read(
            MultiValueMap<String, String> form, Function<String, Optional<Reason>> library) {
        var chosen =
                Optional.of(text(form, "library")).filter(id -> !id.isEmpty()).flatMap(library);
        var items = items(form);
        String reason = filled(text(form, "reason"), chosen.map(Reason::words));
        String clause = filled(text(form, "clause"), chosen.map(Reason::clause));
        if (clause.isEmpty() || clause.length() > CLAUSE) {
            throw fault("clause", "请写明条款，60 字以内", "name the clause, 60 characters at most");
        }
        var used = chosen.map(Reason::id);
        return switch (text(form, "verdict")) {
            case "approve" -> new Decision(new Review.Approved(clause), Optional.empty());
            case "return" ->
                    new Decision(
                            new Review.Returned(
                                    needed(reason, !items.isEmpty()),
                                    clause,
                                    end(text(form, "mendUntil")),
                                    items),
                            used);
            case "reject" -> new Decision(new Review.Rejected(needed(reason, false), clause), used);
            default -> throw fault("verdict", "请选择一个结论", "choose a conclusion");
        };
    }

    private static String filled(String typed, Optional<String> otherwise) {
        return typed.isEmpty() ? otherwise.orElse("") : typed;
    }

    /** Each ticked item with its own words; an item may lean on the reason alone. */
    private static List<ReturnItem> items(MultiValueMap<String, String> form) {
        var shared = text(form, "reason");
        return form.getOrDefault("item", List.of()).stream()
                .distinct()
                .map(item -> item(item, filled(text(form, "words-" + item), Optional.of(shared))))
                .toList();
    }

    private static ReturnItem item(String item, String words) {
        String fit = words.isEmpty() ? "请按退回理由补正" : words;
        try {
            return new ReturnItem(
                    item, fit.substring(0, Math.min(fit.length(), ReturnItem.LONGEST)));
        } catch (IllegalArgumentException wrong) {
            throw fault("item", "没有这一项", "there is no such item");
        }
    }

    private static String needed(String reason, boolean itemsSayIt) {
        if (reason.isEmpty() && itemsSayIt) {
            return "请按下面各项补正";
        }
        if (reason.isEmpty() || reason.length() > REASON) {
            throw fault(
                    "reason",
                    "退回或不通过要写明理由（500 字以内），申报人会原样看到",
                    "returning or rejecting takes a reason (500 characters at most); the declarant"
                            + " reads it as it is");
        }
        return reason;
    }

    /** The last second of that day in Beijing. */
    private static Instant end(String day) {
        try {
            return LocalDate.parse(day).atTime(LocalTime.of(23, 59, 59)).toInstant(Beijing.OFFSET);
        } catch (DateTimeException mistyped) {
            throw fault("mendUntil", "请写明补正截止日期", "name the last day for the correction");
        }
    }

    static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }

    private static Unreadable fault(String field, String zh, String en) {
        return new Unreadable(
                Fault.of(
                        "BENCH_" + field.toUpperCase(java.util.Locale.ROOT),
                        new Words(zh, en),
                        new Words(zh, en)));
    }
}
