package cutscore.server.campaign;

import cutscore.server.campaign.Browser.GaveUp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * L1: the day the window opens. People arrive at a fixed rate whatever the server does, and each
 * walks the real way: the front page, the rules, the password, the draft, two photographs in
 * pieces, submit, receipt. Nobody stops to think.
 */
public final class OpenDay {
    private static final int PIECE = 100_000;
    private static final long INSIDE_SECONDS = 60;
    private static final int LOOKS = 60;
    private static final Pattern RECEIPT =
            Pattern.compile("<p class=\"say\"><span class=\"mono\">([^<]+)</span>");

    private final int port;
    private final int uploads;
    private final byte[] photo;

    /**
     * @param uploads photographs each person sends
     */
    public OpenDay(int port, int uploads) throws IOException {
        this.port = port;
        this.uploads = uploads;
        this.photo = Photo.jpeg(7);
    }

    /** The size of one photograph in bytes. */
    public int photoBytes() {
        return photo.length;
    }

    /** When people come, when nobody new is waited for, and when everybody goes. */
    private record Hours(long begun, long lastComes, long allGo) {

        boolean isOver(boolean inside) {
            return System.nanoTime() > (inside ? allGo : lastComes);
        }
    }

    /**
     * One step. Who still stands outside when the last has come goes home; who is inside has a
     * minute.
     */
    public Opened run(List<Person> people, int aSecond) throws InterruptedException {
        var tally = new Tally();
        long begun = System.nanoTime();
        long comes = people.size() * 1_000_000_000L / aSecond;
        long allGo = begun + comes + Duration.ofSeconds(INSIDE_SECONDS).toNanos();
        var hours = new Hours(begun, begun + comes, allGo);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < people.size(); i++) {
            sleepUntil(begun + i * 1_000_000_000L / aSecond);
            var person = people.get(i);
            threads.add(Thread.ofVirtual().start(() -> journey(person, tally, hours)));
        }
        sleepUntil(hours.lastComes);
        int inTime = tally.declared();
        for (var thread : threads) {
            thread.join();
        }
        long drained = System.nanoTime() - hours.lastComes;
        return new Opened(
                aSecond, people.size(), comes / 1_000_000, drained / 1_000_000, inTime, tally);
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    private void journey(Person person, Tally tally, Hours hours) {
        boolean[] inside = new boolean[1];
        try (var browser = new Browser(port, tally, () -> !hours.isOver(inside[0]))) {
            browser.get(Kind.READING, "/");
            browser.get(Kind.READING, "/windows/" + Scenes.SESSION + "/" + Scenes.SICHUAN);
            signIn(browser, person, inside);
            declare(browser, person, tally);
        } catch (IOException gone) {
            tally.count("connection lost");
        } catch (GaveUp gone) {
            tally.count("went home, " + gone.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void signIn(Browser browser, Person person, boolean[] inside)
            throws IOException, InterruptedException, GaveUp {
        browser.get(Kind.PAGE, "/sign-in");
        browser.post(
                Kind.SIGN_IN,
                "/sign-in",
                "name=" + person.signInName() + "&password=" + person.password());
        inside[0] = true;
    }

    private void declare(Browser browser, Person person, Tally tally)
            throws IOException, InterruptedException, GaveUp {
        String key = "open-day-" + person.admissionNumber();
        browser.get(Kind.PAGE, "/me/declare");
        browser.post(Kind.PAGE, "/me/declare", "key=" + key);
        browser.post(Kind.PAGE, "/me/declare/you", "");
        browser.get(Kind.PAGE, "/me/declare/evidence");
        for (int i = 0; i < uploads; i++) {
            if (!upload(browser, key + "-" + i, i)) {
                tally.count("a file was not stored");
                return;
            }
        }
        browser.post(Kind.PAGE, "/me/declare/evidence", "");
        browser.get(Kind.PAGE, "/me/declare/check");
        var answer =
                browser.post(
                        Kind.SUBMIT,
                        "/me/declare/submit",
                        "commitment=yes",
                        Map.of("Idempotency-Key", key));
        var receipt = RECEIPT.matcher(answer.body());
        if (receipt.find()) {
            tally.declared(person, receipt.group(1));
        } else {
            tally.count("no receipt, answered " + answer.status());
        }
    }

    private boolean upload(Browser browser, String key, int number)
            throws IOException, InterruptedException, GaveUp {
        var json = Map.of("Accept", "application/json");
        String form =
                "item=paper-" + number + "&name=paper.jpg&key=" + key + "&size=" + photo.length;
        var headers = new java.util.HashMap<>(json);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        var answer =
                browser.ask(
                        Kind.PIECE,
                        "POST",
                        "/me/files/uploads",
                        headers,
                        form.getBytes(StandardCharsets.UTF_8));
        String at = "/me/files/uploads/" + answer.member("id");
        for (int from = 0; from < photo.length && answer.status() < 300; from += PIECE) {
            int to = Math.min(photo.length, from + PIECE);
            var piece = new java.util.HashMap<>(json);
            piece.put("Content-Type", "application/octet-stream");
            piece.put("Upload-Offset", Integer.toString(from));
            var kind = to == photo.length ? Kind.EXAMINED : Kind.PIECE;
            answer = browser.ask(kind, "PATCH", at, piece, Arrays.copyOfRange(photo, from, to));
        }
        for (int i = 0; i < LOOKS && answer.member("state").equals("examining"); i++) {
            Thread.sleep(1_000);
            answer = browser.ask(Kind.PIECE, "GET", at, json, new byte[0]);
        }
        return answer.member("state").equals("stored");
    }
}
