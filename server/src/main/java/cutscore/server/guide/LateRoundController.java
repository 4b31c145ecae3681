package cutscore.server.guide;

import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import cutscore.server.web.Visit;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One page for one late round: its sessions, their lines, who qualifies, until when. */
@Controller
@OpenToAll
class LateRoundController {
    private final LateRounds rounds;

    LateRoundController(LateRounds rounds) {
        this.rounds = rounds;
    }

    @GetMapping("/windows/round/{circular}")
    Page round(Visit at, @PathVariable UUID circular) {
        var round =
                rounds.find(circular, at.now())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Page.of((out, plain) -> JteroundGenerated.render(out, plain, at, round));
    }
}
