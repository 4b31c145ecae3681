package cutscore.server.admission;

import cutscore.kernel.Words;
import cutscore.server.database.Arrivals;
import cutscore.server.database.Share;
import cutscore.server.web.Place;
import cutscore.server.web.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of the lanes: lets in as many as the room holds and sends the rest to the waiting page,
 * or machines away with 503 and Retry-After, before a session is made, a body read or anything
 * asked of the database. While those inside stand in a queue nobody new is let in: who has begun
 * comes to an end first. Each lane works with database connections of its own ({@link Share}).
 */
final class Admission extends OncePerRequestFilter {
    static final String PLACE = "place";
    static final String WAITING = "/waiting";

    private static final String SIGN_IN = "/sign-in";
    private static final String API = "/api/v1/declarations";
    private static final Set<String> UPLOADING = Set.of("POST", "PUT", "PATCH");

    /** Who somebody is to us: the sign-in first, which outlives a restart. */
    private static final List<String> SESSIONS =
            List.of("__Host-sign-in", "sign-in", "__Host-session", "session");

    private static final Set<String> DEVICES = Set.of("device", "__Host-device");

    private final Lane submissions;
    private final Lane own;
    private final Lane uploads;
    private final Lane entry;
    private final Tickets tickets;
    private final Arrivals arrivals;

    Admission(
            Lane submissions,
            Lane own,
            Lane uploads,
            Lane entry,
            Tickets tickets,
            Arrivals arrivals) {
        this.submissions = submissions;
        this.own = own;
        this.uploads = uploads;
        this.entry = entry;
        this.tickets = tickets;
        this.arrivals = arrivals;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var lane = laneOf(request);
        if (lane.isEmpty()) {
            Share.<IOException, ServletException>within(
                    shareOf(request), () -> chain.doFilter(request, response));
        } else {
            if (isSubmission(request)) {
                // A form is read before it takes a place: a slow sender occupies nobody's.
                request.getParameterMap();
            }
            through(lane.get(), request, response, chain);
        }
    }

    private Optional<Lane> laneOf(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.equals(API)) {
            return Optional.of(submissions);
        }
        if (path.equals(SIGN_IN)) {
            return request.getMethod().equals("POST") || (isNew(request) && insideIsCrowded())
                    ? Optional.of(entry)
                    : Optional.empty();
        }
        if (path.startsWith("/me/files")) {
            return UPLOADING.contains(request.getMethod())
                    ? Optional.of(uploads)
                    : Optional.empty();
        }
        return path.equals("/me") || path.startsWith("/me/") ? Optional.of(own) : Optional.empty();
    }

    /** Nobody signed in with this browser before; so an officer is not held up by a crowd. */
    private static boolean isNew(HttpServletRequest request) {
        return cookies(request).noneMatch(cookie -> DEVICES.contains(cookie.getName()));
    }

    private boolean insideIsCrowded() {
        return own.isCrowded() || uploads.isCrowded();
    }

    private Share shareOf(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/me")) {
            return Share.OWN;
        }
        boolean known = cookies(request).anyMatch(cookie -> SESSIONS.contains(cookie.getName()));
        return known ? Share.WORK : Share.READING;
    }

    private static boolean isSubmission(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod().equals("POST")
                && (path.equals("/me/declare/submit") || path.equals(API));
    }

    private void through(
            Lane lane, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var stamp = arrivals.current();
        var now = arrivals.estimate(stamp);
        var held = held(request, now).filter(ticket -> ticket.lane().equals(lane.name()));
        // Who has typed a password was let in to the page before.
        boolean newcomer = lane.equals(entry) && request.getMethod().equals("GET");
        boolean outside = newcomer && insideIsCrowded();
        if (outside || !enters(lane, held)) {
            away(lane, held, now, request, response);
            return;
        }
        try {
            var first =
                    held.filter(ticket -> isSubmission(request)).map(Ticket::arrived).orElse(null);
            if (held.filter(ticket -> ticket.arrived() == null || first != null).isPresent()) {
                giveBack(request, response);
            }
            Arrivals.<IOException, ServletException>within(
                    first == null ? stamp : new Arrivals.Stamp(stamp.nanos(), first),
                    () ->
                            Share.<IOException, ServletException>within(
                                    lane.equals(uploads) ? Share.FILES : Share.OWN,
                                    () ->
                                            Place.<IOException, ServletException>holding(
                                                    lane,
                                                    () -> chain.doFilter(request, response))));
        } finally {
            lane.finish();
        }
    }

    private static boolean enters(Lane lane, Optional<Ticket> held) {
        try {
            return lane.enter(held.map(Ticket::number).orElse(0L));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void away(
            Lane lane,
            Optional<Ticket> held,
            @Nullable Instant now,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var arrived = isSubmission(request) ? now : null;
        var ticket =
                held.filter(one -> arrived == null || one.arrived() != null)
                        .orElseGet(
                                () ->
                                        new Ticket(
                                                lane.name(),
                                                number(lane, held),
                                                arrived,
                                                holder(request)));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(request, tickets.write(ticket), Tickets.LIFE.toSeconds()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (wantsPage(request)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, WAITING);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(lane.seconds(ticket.number())));
        Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "WAIT", FULL).write(response);
    }

    private static long number(Lane lane, Optional<Ticket> held) {
        return held.map(Ticket::number).orElseGet(lane::draw);
    }

    static final Words FULL =
            new Words(
                    "现在提交的人很多，请稍候再试；您的位置和到达时间已经保留",
                    "many people are submitting right now: try again shortly; your place and your"
                            + " time of arrival are kept");

    /** The ticket this request came with, if it is one of ours. */
    Optional<Ticket> held(HttpServletRequest request, @Nullable Instant now) {
        return cookies(request)
                .filter(cookie -> cookie.getName().equals(PLACE))
                .flatMap(cookie -> tickets.read(cookie.getValue(), holder(request), now).stream())
                .findFirst();
    }

    Lane lane(String name) {
        return Stream.of(own, uploads, entry)
                .filter(lane -> lane.name().equals(name))
                .findFirst()
                .orElse(submissions);
    }

    private static void giveBack(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", 0));
    }

    private static String cookie(HttpServletRequest request, String value, long seconds) {
        return ResponseCookie.from(PLACE, value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }

    private static String holder(HttpServletRequest request) {
        return Tickets.holder(
                SESSIONS.stream()
                        .flatMap(
                                name ->
                                        cookies(request)
                                                .filter(cookie -> name.equals(cookie.getName())))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElseGet(() -> text(request.getHeader(HttpHeaders.AUTHORIZATION))));
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null ? Stream.empty() : Arrays.stream(cookies);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/")
                && text(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html");
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }
}
