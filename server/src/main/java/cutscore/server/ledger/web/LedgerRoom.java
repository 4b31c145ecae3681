package cutscore.server.ledger.web;

import cutscore.kernel.Words;
import cutscore.kernel.merkle.Checkpoint;
import cutscore.server.ledger.Ledger;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import cutscore.server.web.Room;
import cutscore.server.web.Visit;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page for people about the ledger: how large it is, and how not to have to believe us. */
@Controller
@OpenToAll
class LedgerRoom {
    private final Ledger ledger;

    LedgerRoom(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What the page shows.
     *
     * @param checkpoint the last one signed, if there is one
     * @param note its text with its signatures
     * @param key the key to check it by
     * @param address of the ledger's files
     */
    record View(Optional<Checkpoint> checkpoint, String note, String key, String address) {}

    @GetMapping("/ledger")
    Page ledger(Visit at) {
        var note = ledger.published();
        String address =
                ServletUriComponentsBuilder.fromCurrentContextPath().path("/ledger").toUriString();
        var view =
                new View(
                        note.map(n -> Checkpoint.parse(n.text())),
                        note.map(n -> n.file()).orElse(""),
                        ledger.key().text(),
                        address);
        return Page.of((out, plain) -> JteledgerGenerated.render(out, plain, at, view));
    }

    /** Where it hangs in the house. */
    @Configuration(proxyBeanMethods = false)
    static class Rooms {
        @Bean
        Room ledgerRoomOnTheBar() {
            return new Room("/ledger", new Words("存证", "Ledger"), 50, Room.Bar.MAIN);
        }
    }
}
