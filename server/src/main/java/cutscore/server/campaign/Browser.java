package cutscore.server.campaign;

import cutscore.server.campaign.Wire.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * One person's browser: keeps cookies, goes where an answer leads, waits where it is told to. Not
 * for threads.
 */
final class Browser implements AutoCloseable {
    private static final String WAITING = "/waiting";
    private static final int LONGEST_SLEEP = 4;

    private final Wire wire;
    private final Tally tally;
    private final BooleanSupplier patient;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /**
     * @param patient whether one still waits
     */
    Browser(int port, Tally tally, BooleanSupplier patient) {
        this.wire = new Wire(port);
        this.tally = tally;
        this.patient = patient;
    }

    /** Somebody had no patience left. */
    static final class GaveUp extends Exception {
        private static final long serialVersionUID = 1L;

        GaveUp(String where) {
            super(where);
        }
    }

    Answer get(Kind kind, String path) throws IOException, InterruptedException, GaveUp {
        return ask(kind, "GET", path, Map.of("Accept", "text/html"), new byte[0]);
    }

    /** A form, and the page its answer leads to. */
    Answer post(Kind kind, String path, String form)
            throws IOException, InterruptedException, GaveUp {
        return post(kind, path, form, Map.of());
    }

    Answer post(Kind kind, String path, String form, Map<String, String> more)
            throws IOException, InterruptedException, GaveUp {
        var headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.putIfAbsent("Accept", "text/html");
        var answer = ask(kind, "POST", path, headers, form.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 4 && !to(answer).isEmpty(); i++) {
            answer = get(Kind.PAGE, to(answer));
        }
        return answer;
    }

    /** Where an answer leads, as a path; empty where it is the end. */
    private static String to(Answer answer) {
        return answer.status() / 100 == 3
                ? answer.header("location").replaceFirst("^https?://[^/]+", "")
                : "";
    }

    /** Asks until there is an answer that does not send away. */
    Answer ask(Kind kind, String method, String path, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException, GaveUp {
        while (true) {
            long begun = System.nanoTime();
            var answer = wire.send(Wire.request(method, path, with(headers), body));
            long took = (System.nanoTime() - begun) / 1_000_000;
            keep(answer);
            boolean later = answer.status() == 503 && !answer.header("retry-after").isEmpty();
            if (!later && !to(answer).endsWith(WAITING)) {
                tally.took(kind, took);
                if (answer.status() >= 400) {
                    tally.count("answered " + answer.status() + ": " + method + " " + kind);
                }
                return answer;
            }
            tally.shed(took);
            awaitTurn(later ? Integer.parseInt(answer.header("retry-after")) : 0, path);
        }
    }

    /** As a browser does: the waiting page again whenever it says so; a script when it may. */
    private void awaitTurn(int seconds, String path)
            throws IOException, InterruptedException, GaveUp {
        if (seconds > 0) {
            sleep(Math.min(seconds, LONGEST_SLEEP), path);
            return;
        }
        while (true) {
            var page =
                    wire.send(
                            Wire.request(
                                    "GET",
                                    WAITING,
                                    with(Map.of("Accept", "text/html")),
                                    new byte[0]));
            keep(page);
            String refresh = page.header("refresh");
            sleep(refresh.startsWith("1;") || refresh.isEmpty() ? 1 : LONGEST_SLEEP, path);
            if (refresh.contains("url=") || refresh.isEmpty()) {
                return;
            }
        }
    }

    private void sleep(int seconds, String path) throws InterruptedException, GaveUp {
        for (int i = 0; i < seconds * 4; i++) {
            if (!patient.getAsBoolean()) {
                throw new GaveUp(path.equals("/sign-in") ? "outside" : "inside");
            }
            Thread.sleep(250);
        }
    }

    private Map<String, String> with(Map<String, String> headers) {
        var all = new LinkedHashMap<>(headers);
        String token = cookies.get("csrf");
        if (token != null) {
            all.put("X-XSRF-TOKEN", Wire.masked(token));
        }
        if (!cookies.isEmpty()) {
            all.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return all;
    }

    private void keep(Answer answer) {
        answer.headers()
                .forEach(
                        (name, value) -> {
                            if (!name.startsWith("set-cookie-")) {
                                return;
                            }
                            String cookie = name.substring("set-cookie-".length());
                            String is = value.substring(value.indexOf('=') + 1).split(";", 2)[0];
                            if (is.isEmpty()) {
                                cookies.remove(cookie);
                            } else {
                                cookies.put(cookie, is);
                            }
                        });
    }

    @Override
    public void close() {
        wire.close();
    }
}
