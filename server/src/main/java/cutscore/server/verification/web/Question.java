package cutscore.server.verification.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.web.FieldFault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asks: this certificate, here, on this day.
 *
 * @param number a number or a QR code's text, as typed
 * @param at the place, as typed
 * @param on the day, as typed
 * @param place the place, when it is clear
 * @param day the day, or today
 * @param faults what to mend before it can be answered
 */
record Question(
        String number,
        String at,
        String on,
        Optional<DivisionCode> place,
        LocalDate day,
        List<FieldFault> faults) {
    private static final int LONGEST = 600;

    /** Takes a QR code's text also inside the address that carries it. */
    static Question of(String number, String at, String on, LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        var place = PlaceAsked.of(at);
        place.fault().ifPresent(faults::add);
        var day = day(on, today, faults);
        String text = bare(number.strip());
        if (text.length() > LONGEST) {
            faults.add(
                    new FieldFault(
                            "number", new Words("编号太长，请核对", "The number is too long; check it")));
        }
        return new Question(text, at.strip(), on.strip(), place.code(), day, faults);
    }

    /** Nothing was asked yet. */
    boolean isEmpty() {
        return number.isEmpty();
    }

    /** The same, with these faults. */
    Question with(List<FieldFault> found) {
        return new Question(number, at, on, place, day, found);
    }

    /** For a link to the same question; holds no name. */
    String query() {
        return "number=" + encoded(number) + "&at=" + encoded(at) + "&on=" + encoded(on);
    }

    private static String bare(String typed) {
        int token = typed.indexOf("c=");
        return typed.contains("/verify?") && token >= 0 ? typed.substring(token + 2) : typed;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static LocalDate day(String typed, LocalDate today, List<FieldFault> faults) {
        if (typed.isBlank()) {
            return today;
        }
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Said below, in words.
        }
        faults.add(
                new FieldFault(
                        "on",
                        new Words(
                                "日期读不懂，请写成 2023-12-01 这样",
                                "This date cannot be read; write it like 2023-12-01")));
        return today;
    }
}
