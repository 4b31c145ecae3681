package cutscore.server.campaign;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One connection to the server on this machine, kept open: HTTP/1.1 with as little work as can be,
 * since the crowd and the server share two processors. Not for threads.
 */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 40_000;
    private static final String TOKEN = "00000000-0000-4000-8000-000000000000";

    /** In place of a header: one more cookie. */
    static final String ALSO = "also";

    /** The token under a mask of zeros, as the server reads it from a form or a header. */
    static final String MASKED = masked(TOKEN);

    private final int port;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    Wire(int port) {
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param headers lower-case names; of several of one name the last
     */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** The value of a text member; the bodies here are ours and flat. */
        String member(String name) {
            int at = body.indexOf("\"" + name + "\": \"");
            if (at < 0) {
                return "";
            }
            int from = at + name.length() + 5;
            return body.substring(from, body.indexOf('"', from));
        }

        long number(String name) {
            int at = body.indexOf("\"" + name + "\": ");
            int from = at + name.length() + 4;
            int to = from;
            while (to < body.length() && Character.isDigit(body.charAt(to))) {
                to++;
            }
            return at < 0 || to == from ? -1 : Long.parseLong(body, from, to, 10);
        }
    }

    /** A request as bytes, so that nothing is left to do when it has to leave. */
    static byte[] request(String method, String path, Map<String, String> headers, String body) {
        var all = new HashMap<>(headers);
        String also = all.remove(ALSO);
        all.put("Cookie", "csrf=" + TOKEN + (also == null ? "" : "; " + also));
        return request(method, path, all, body.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] request(String method, String path, Map<String, String> headers, byte[] content) {
        var head = new StringBuilder();
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + content.length + "\r\n\r\n");
        byte[] first = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(first, first.length + content.length);
        System.arraycopy(content, 0, all, first.length, content.length);
        return all;
    }

    /**
     * @throws IOException when the server is gone, or goes before the answer is whole
     */
    Answer send(byte[] request) throws IOException {
        try {
            if (!socket.isConnected()) {
                connect();
            }
            socket.getOutputStream().write(request);
            return read();
        } catch (IOException gone) {
            close();
            throw gone;
        }
    }

    void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
        in = new BufferedInputStream(socket.getInputStream(), 8192);
    }

    private Answer read() throws IOException {
        String first = line();
        int status = Integer.parseInt(first, 9, 12, 10);
        var headers = new HashMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            headers.put(name.equals("set-cookie") ? cookie(value) : name, value);
        }
        byte[] body =
                headers.getOrDefault("transfer-encoding", "").equals("chunked")
                        ? chunks()
                        : in.readNBytes(
                                Integer.parseInt(headers.getOrDefault("content-length", "0")));
        if (headers.getOrDefault("connection", "").equals("close")) {
            close();
        }
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String cookie(String value) {
        return "set-cookie-" + value.substring(0, Math.max(0, value.indexOf('=')));
    }

    private byte[] chunks() throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";")[0], 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0) {
                throw new EOFException("the server went away");
            }
            if (sign != '\r') {
                line.append((char) sign);
            }
        }
        return line.toString();
    }

    /** A token as a form sends it, under a mask of zeros. */
    static String masked(String cookie) {
        byte[] token = cookie.getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[token.length * 2];
        System.arraycopy(token, 0, both, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(both);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // There is nothing left to close.
        }
        socket = new Socket();
    }
}
