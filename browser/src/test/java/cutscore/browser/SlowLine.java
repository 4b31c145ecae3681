package cutscore.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A page on a line of 100 kbit/s with 300 ms to the first byte, which can be dropped. */
final class SlowLine {
    private static final double BYTES_PER_SECOND = 100_000 / 8.0;
    private static final double LATENCY_MILLIS = 300;

    private final CDPSession devtools;

    private SlowLine(CDPSession devtools) {
        this.devtools = devtools;
    }

    static SlowLine under(Page page) {
        var line = new SlowLine(page.context().newCDPSession(page));
        line.devtools.send("Network.enable");
        line.set(false);
        return line;
    }

    void drop() {
        set(true);
    }

    void comesBack() {
        set(false);
    }

    /** Whether the page may use what it loaded before; a first view may not. */
    void remembers(boolean yes) {
        var setting = new JsonObject();
        setting.addProperty("cacheDisabled", !yes);
        devtools.send("Network.setCacheDisabled", setting);
    }

    private void set(boolean offline) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", offline);
        conditions.addProperty("latency", LATENCY_MILLIS);
        conditions.addProperty("downloadThroughput", BYTES_PER_SECOND);
        conditions.addProperty("uploadThroughput", BYTES_PER_SECOND);
        devtools.send("Network.emulateNetworkConditions", conditions);
    }
}
