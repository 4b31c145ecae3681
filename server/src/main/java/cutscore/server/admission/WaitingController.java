package cutscore.server.admission;

import cutscore.server.database.Arrivals;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import cutscore.server.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code ui-P8}: where one waits; the page loads itself again, without any script. */
@Controller
@OpenToAll
class WaitingController {
    private static final String AGAIN_SECONDS = "4";

    private final Admission admission;
    private final Arrivals arrivals;

    WaitingController(Admission admission, Arrivals arrivals) {
        this.admission = admission;
        this.arrivals = arrivals;
    }

    /**
     * What the page says.
     *
     * @param before how many stand before; 0 when one may go in
     * @param seconds about how long that takes
     * @param back where to go then
     */
    record Place(long before, long seconds, String back) {

        /** Whether one has not signed in yet. */
        boolean outside() {
            return back.equals("/sign-in");
        }
    }

    @GetMapping(Admission.WAITING)
    Page waiting(Visit at, HttpServletRequest request, HttpServletResponse response) {
        var ticket = admission.held(request, arrivals.estimate(arrivals.current()));
        var place = ticket.map(this::place);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        place.ifPresent(here -> response.setHeader("Refresh", refresh(here)));
        Optional<String> arrived = ticket.flatMap(Ticket::firstArrival).map(at::second);
        return Page.of((out, plain) -> JtewaitingGenerated.render(out, plain, at, place, arrived));
    }

    private static String refresh(Place here) {
        return here.before() == 0 ? "1; url=" + here.back() : AGAIN_SECONDS;
    }

    private Place place(Ticket ticket) {
        var lane = admission.lane(ticket.lane());
        return new Place(lane.before(ticket.number()), lane.seconds(ticket.number()), back(ticket));
    }

    private static String back(Ticket ticket) {
        return switch (ticket.lane()) {
            case "entry" -> "/sign-in";
            case "upload" -> "/me/declare/evidence";
            default -> ticket.arrived() == null ? "/me/declare" : "/me/declare/check";
        };
    }
}
