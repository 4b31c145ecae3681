package cutscore.server.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * After a password: writes the sign-in down, then on to the page that was wanted. An officer with a
 * second factor is not signed in yet, and is asked for it.
 */
final class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {
    private final Door door;
    private final Factors factors;
    private final Patience patience;

    Welcome(Door door, Factors factors, Patience patience) {
        this.door = door;
        this.factors = factors;
        this.patience = patience;
        setDefaultTargetUrl("/desk");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        var person = Lanes.person(who);
        if (person instanceof SignedIn.AsOfficer(var officer) && factors.isEnrolled(officer)) {
            door.interrupt(request);
            HalfSignIn.begin(request, officer);
            patience.note(Patience.Outcome.FACTOR_ASKED, officer, null);
            response.sendRedirect(FactorController.HERE);
            return;
        }
        HalfSignIn.end(request);
        if (person != null) {
            patience.note(Patience.Outcome.SIGNED_IN, person.id(), null);
            door.book(request, response, person, LiveSignIn.Means.PASSWORD);
        }
        super.onAuthenticationSuccess(request, response, who);
    }
}
