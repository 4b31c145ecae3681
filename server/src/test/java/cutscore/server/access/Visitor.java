package cutscore.server.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without JavaScript: keeps cookies, sends forms with the token of the page, no
 * redirects.
 */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String origin;
    private final HttpClient client;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Visitor(int port) {
        this(port, CLIENT);
    }

    private Visitor(int port, HttpClient client) {
        this.origin = "http://127.0.0.1:" + port;
        this.client = client;
    }

    /**
     * One from another network.
     *
     * @param address within {@code 127.0.0.0/8}
     */
    static Visitor from(String address, int port) {
        var there = java.net.InetAddress.ofLiteral(address);
        return new Visitor(
                port,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .localAddress(there)
                        .build());
    }

    /** The address and what was answered. */
    public HttpResponse<String> get(String path) {
        return send(ask(path).header("Accept", "text/html").GET());
    }

    /** A file, as it is sent. */
    public byte[] bytes(String path) {
        try {
            return client.send(ask(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends the form as a browser does: with the cookies and the token of the sign-in page. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token());
        return postAsItIs(path, all, Map.of("Origin", origin, "Sec-Fetch-Site", "same-origin"));
    }

    /** Sends what is given and nothing more. */
    public HttpResponse<String> postAsItIs(
            String path, Map<String, String> fields, Map<String, String> headers) {
        var request =
                ask(path)
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofString(form(fields))));
    }

    /** Sends any method, without a body. */
    public HttpResponse<String> send(String method, String path, Map<String, String> headers) {
        var request = ask(path);
        headers.forEach(request::header);
        return send(request.method(method, BodyPublishers.noBody()));
    }

    /** A form with a file. */
    public HttpResponse<String> upload(
            String path, Map<String, String> fields, String name, byte[] file) {
        return upload(path, fields, "file", name, file);
    }

    /** The same, where the input goes by a name of its own. */
    public HttpResponse<String> upload(
            String path, Map<String, String> fields, String input, String name, byte[] file) {
        String edge = "----edge7d1f";
        var body = new java.io.ByteArrayOutputStream();
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token());
        all.forEach(
                (field, value) -> body.writeBytes(utf8(part(edge, field) + "\r\n\r\n" + value)));
        body.writeBytes(utf8(part(edge, input) + "; filename=\"" + name + "\"\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(utf8("\r\n--" + edge + "--\r\n"));
        return send(
                ask(path)
                        .header("Accept", "text/html")
                        .header("Content-Type", "multipart/form-data; boundary=" + edge)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String part(String edge, String field) {
        return "\r\n--" + edge + "\r\nContent-Disposition: form-data; name=\"" + field + "\"";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A piece of a file, as the page's script sends it. */
    public HttpResponse<String> patch(String path, long offset, byte[] piece) {
        return send(
                ask(path)
                        .header("X-XSRF-TOKEN", token())
                        .header("Upload-Offset", Long.toString(offset))
                        .method("PATCH", BodyPublishers.ofByteArray(piece)));
    }

    /** Any other unsafe method, as a script of the page sends it: the token in a header. */
    public HttpResponse<String> change(String method, String path) {
        return send(
                method,
                path,
                Map.of("X-XSRF-TOKEN", token(), "Origin", origin, "Sec-Fetch-Site", "same-origin"));
    }

    public HttpResponse<String> signIn(String name, String password) {
        return post("/sign-in", Map.of("name", name, "password", password));
    }

    /** A token that goes with this visitor's cookies. */
    public String token() {
        var found = TOKEN.matcher(get("/sign-in").body());
        if (!found.find()) {
            throw new IllegalStateException("no token on the sign-in page");
        }
        return found.group(1);
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    private HttpRequest.Builder ask(String path) {
        var request = HttpRequest.newBuilder(URI.create(origin + path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer =
                    client.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1);
        if (value.isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), value);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
