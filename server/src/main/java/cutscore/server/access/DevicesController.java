package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.server.web.Page;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own sign-ins, of officers and examinees alike: seen and ended. */
@Controller
@For(everybodySignedIn = true)
class DevicesController {
    private static final String HERE = "/me/devices";

    private final SignIns signIns;

    DevicesController(SignIns signIns) {
        this.signIns = signIns;
    }

    @GetMapping(HERE)
    Page devices(Desk desk) {
        var here = here();
        var lines =
                signIns.of(here.account()).stream()
                        .map(live -> DeviceLine.of(live, here.id()))
                        .toList();
        return Page.of((out, plain) -> JtedevicesGenerated.render(out, plain, desk, lines));
    }

    @PostMapping(HERE + "/end")
    String end(@RequestParam UUID device, RedirectAttributes carried) {
        signIns.end(here().account(), device);
        return Said.then(carried, HERE, new Words("那次登录已结束", "that sign-in is over"));
    }

    @PostMapping(HERE + "/others")
    String endOthers(RedirectAttributes carried) {
        var here = here();
        int ended = signIns.endOthers(here.account(), here.id());
        return Said.then(
                carried,
                HERE,
                new Words("已结束其他 " + ended + " 次登录", ended + " other sign-ins are over"));
    }

    private static LiveSignIn here() {
        return LiveSignIn.current()
                .orElseThrow(() -> new NoSuchElementException("no sign-in here"));
    }
}
