package cutscore.server.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** After a password: writes the sign-in down, then on to the page that was wanted. */
final class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {
    private final Door door;

    Welcome(Door door) {
        this.door = door;
        setDefaultTargetUrl("/desk");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        var person = Lanes.person(who);
        if (person != null) {
            door.book(request, response, person, LiveSignIn.Means.PASSWORD);
        }
        super.onAuthenticationSuccess(request, response, who);
    }
}
