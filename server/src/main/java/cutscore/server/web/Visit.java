package cutscore.server.web;

import cutscore.kernel.Words;
import cutscore.kernel.time.Beijing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One request for a page, as its template needs to see it: the language, the place, the hour. A
 * handler takes it as a parameter and hands it to its template as {@code at}.
 */
public final class Visit {
    private static final DateTimeFormatter TIME_ZH =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME_EN =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS_ZH =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SECONDS_EN =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_ZH =
            DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
    private static final DateTimeFormatter DAY_EN =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Shell shell;
    private final Language language;
    private final String path;
    private final String query;
    private final Instant now;
    private final Supplier<String> token;
    private final boolean signedIn;
    private final Face face;

    /**
     * @param path the page's path
     * @param query the raw query without {@code lang}, or empty
     * @param now business time when the request arrived
     * @param token the request's CSRF token, asked for only by pages with a form that posts
     * @param signedIn whether somebody is
     * @param face how the staff rooms look
     */
    Visit(
            Shell shell,
            Language language,
            String path,
            String query,
            Instant now,
            Supplier<String> token,
            boolean signedIn,
            Face face) {
        this.shell = shell;
        this.language = language;
        this.path = path;
        this.query = query;
        this.now = now;
        this.token = token;
        this.signedIn = signedIn;
        this.face = face;
    }

    public Language language() {
        return language;
    }

    /** Business time of this request. */
    public Instant now() {
        return now;
    }

    /** Today in Beijing. */
    public LocalDate today() {
        return Beijing.day(now);
    }

    /** One sentence, in the reader's language. Both halves are always written. */
    public String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    public String say(Words words) {
        return language.of(words);
    }

    public boolean english() {
        return language == Language.EN;
    }

    /** A link inside the house that keeps the language. */
    public String to(String target) {
        return language == Language.ZH ? target : in(language, target);
    }

    /** 2023年8月22日 09:00 · 22 Aug 2023 09:00, Beijing time. */
    public String time(Instant moment) {
        return (english() ? TIME_EN : TIME_ZH).format(moment.atOffset(Beijing.OFFSET));
    }

    /** The same to the second, where the second matters. */
    public String second(Instant moment) {
        return (english() ? SECONDS_EN : SECONDS_ZH).format(moment.atOffset(Beijing.OFFSET));
    }

    /** 2023年8月22日 · 22 Aug 2023. */
    public String day(LocalDate day) {
        return (english() ? DAY_EN : DAY_ZH).format(day);
    }

    /** Whether everything here is invented. */
    public boolean demo() {
        return shell.demo();
    }

    /** The CSRF token for a form that posts; {@code @template.web.token} writes it. */
    String token() {
        return token.get();
    }

    /** Whether somebody is signed in. */
    boolean signedIn() {
        return signedIn;
    }

    List<Room> rooms(Room.Bar bar) {
        return shell.rooms(bar);
    }

    boolean isIn(Room room) {
        return room.holds(path);
    }

    /** Whether the tick stands under a room; else it stands under the brand. */
    boolean isInARoom() {
        return shell.rooms(Room.Bar.MAIN).stream().anyMatch(this::isIn);
    }

    /** This page in the other language. */
    String otherLanguage() {
        return in(language.other(), query.isEmpty() ? path : path + "?" + query);
    }

    /**
     * Where a script is served; only the pages that it belongs to ask for it.
     *
     * @param name its file name, {@code declare.js}
     */
    public String script(String name) {
        return shell.assets().script(name).address();
    }

    String stylesheet() {
        return shell.assets().stylesheet().address();
    }

    String icon() {
        return shell.assets().icon().address();
    }

    /** How the staff rooms look in this browser. */
    public Face face() {
        return face;
    }

    /** This very page in another scheme. */
    public String in(Face.Scheme scheme) {
        return here("scheme=" + scheme.word());
    }

    /** This very page with close rows, or without. */
    public String compact(boolean compact) {
        return here("rows=" + (compact ? "compact" : "normal"));
    }

    private String here(String choice) {
        return to(path + "?" + (query.isEmpty() ? "" : query + "&") + choice);
    }

    private static String in(Language language, String target) {
        int anchor = target.indexOf('#');
        String address = anchor < 0 ? target : target.substring(0, anchor);
        String rest = anchor < 0 ? "" : target.substring(anchor);
        return address + (address.contains("?") ? "&" : "?") + "lang=" + language.code() + rest;
    }
}
