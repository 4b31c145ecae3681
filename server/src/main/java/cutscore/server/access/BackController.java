package cutscore.server.access;

import cutscore.server.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where somebody comes out who signed in again for a form that waits in another window. */
@Controller
@For(everybodySignedIn = true)
class BackController {
    static final String HERE = "/sign-in/again";

    @GetMapping(HERE)
    Page back(Desk desk) {
        return Page.of((out, plain) -> JteagainGenerated.render(out, plain, desk));
    }
}
