package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.kernel.merkle.Checkpoint;
import cutscore.kernel.merkle.EntryBundle;
import cutscore.kernel.merkle.LedgerEntry;
import cutscore.kernel.merkle.LedgerFiles;
import cutscore.kernel.merkle.TilePath;
import cutscore.kernel.seal.Json;
import cutscore.server.ledger.Ledger;
import cutscore.server.web.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code ui-A1}: the acts in the published ledger, as anybody can read them from its files. */
@Controller
class AuditController {
    private final Ledger ledger;

    AuditController(Ledger ledger) {
        this.ledger = ledger;
    }

    @Bean
    static DeskRoom auditDesk() {
        return new DeskRoom(
                "/audit",
                new Words("存证里的事", "Acts in the ledger"),
                new Words("每件公务的种类、时间和序号", "kind, time and index of every official act"),
                700,
                Set.of(Role.AUDITOR, Role.AUDIT_ADMIN));
    }

    /**
     * One act.
     *
     * @param people how many officers acted; their ids stand in the entry
     */
    record ActLine(long index, String kind, Instant at, int people) {}

    /**
     * One bundle of the ledger.
     *
     * @param size entries in the published tree
     * @param bundle which bundle of 256 is shown, from 0
     * @param last the newest bundle
     */
    record AuditView(long size, long bundle, long last, List<ActLine> acts) {}

    @GetMapping("/audit")
    @For({Role.AUDITOR, Role.AUDIT_ADMIN})
    Page audit(Desk desk, @RequestParam(defaultValue = "-1") long bundle) {
        long size = ledger.published().map(note -> Checkpoint.parse(note.text()).size()).orElse(0L);
        long last = size == 0 ? 0 : (size - 1) / TilePath.FULL;
        long shown = bundle < 0 || bundle > last ? last : bundle;
        var view = new AuditView(size, shown, last, acts(shown, size).reversed());
        return Page.of((out, plain) -> JteauditGenerated.render(out, plain, desk, view));
    }

    private List<ActLine> acts(long bundle, long size) {
        var lines = new ArrayList<ActLine>();
        TilePath.of(TilePath.ENTRIES, bundle, size)
                .flatMap(path -> new LedgerFiles(ledger.folder()).read(path.text()))
                .flatMap(EntryBundle::read)
                .ifPresent(
                        entries -> {
                            for (LedgerEntry entry : entries) {
                                long index = bundle * TilePath.FULL + lines.size();
                                lines.add(line(index, entry));
                            }
                        });
        return lines;
    }

    private static ActLine line(long index, LedgerEntry entry) {
        var act = Json.parseObject(new String(entry.bytes(), StandardCharsets.UTF_8));
        return new ActLine(
                index,
                act.text("kind"),
                OffsetDateTime.parse(act.text("at")).toInstant(),
                act.array("by").size());
    }
}
