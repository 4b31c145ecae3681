package cutscore.server.web;

import cutscore.server.database.Arrivals;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Remembers when the first byte of a request came, as the connector noted it on the monotonic
 * clock, before any of our own work.
 */
final class FirstByte extends ValveBase {

    FirstByte() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        long nanos = request.getCoyoteRequest().getStartTimeNanos();
        var next = getNext();
        Arrivals.<IOException, ServletException>within(
                new Arrivals.Stamp(nanos, null), () -> next.invoke(request, response));
    }
}
