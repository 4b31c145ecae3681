package cutscore.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets in who has proven everything that is asked, and leads on to the page that was wanted. */
@Component
class OfficersEntry {
    private final Door door;
    private final SignIns signIns;
    private final OfficerTable officers;

    OfficersEntry(Door door, SignIns signIns, OfficerTable officers) {
        this.door = door;
        this.signIns = signIns;
        this.officers = officers;
    }

    /**
     * @param account an officer's, who has proven a second factor, or an examinee's
     * @return the handler's answer
     */
    String welcome(
            HttpServletRequest request,
            HttpServletResponse response,
            UUID account,
            LiveSignIn.Means means) {
        if (!officers.isOpen(account)) {
            var onward = SignInPages.onward(request, response, "/me");
            door.open(request, response, new SignedIn.AsExaminee(account), means);
            return onward;
        }
        HalfSignIn.end(request);
        var onward = SignInPages.onward(request, response, "/desk");
        var id = door.open(request, response, new SignedIn.AsOfficer(account), means);
        signIns.prove(id);
        return onward;
    }
}
