package cutscore.server.publication.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.access.StepUp;
import cutscore.server.line.LineRefusal;
import cutscore.server.line.LineRefused;
import cutscore.server.line.LineState;
import cutscore.server.line.Lines;
import cutscore.server.line.ProposalId;
import cutscore.server.publication.Announcement;
import cutscore.server.publication.ProposedPublication;
import cutscore.server.publication.PublicationRefused;
import cutscore.server.publication.Publications;
import cutscore.server.web.Page;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-N8} 公布预演: the public page exactly as it will be; one proposes, another confirms. */
@Controller
@For(Role.PUBLISHER)
class PublishingController {
    static final String LIST = "/national/publications";
    private static final String ONE = LIST + "/{line}";
    private static final int LATEST = 20;

    private final Publications publications;
    private final Lines lines;
    private final Officers officers;

    PublishingController(Publications publications, Lines lines, Officers officers) {
        this.publications = publications;
        this.lines = lines;
        this.officers = officers;
    }

    @Bean
    static DeskRoom publishingDesk() {
        return new DeskRoom(
                LIST,
                new Words("公布标准线", "Publish lines"),
                new Words("看公告预演，一人提出公布，另一人确认", "preview, propose; another publisher confirms"),
                320,
                Set.of(Role.PUBLISHER));
    }

    @GetMapping(LIST)
    Page list(Desk desk) {
        var filed =
                lines.all().stream()
                        .filter(LineState.Filed.class::isInstance)
                        .map(LineState.Filed.class::cast)
                        .map(this::row)
                        .toList();
        var view = new Publishing(filed, publications.all().stream().limit(LATEST).toList());
        return Page.of((out, plain) -> JtepublishingGenerated.render(out, plain, desk, view));
    }

    @GetMapping(ONE)
    Object one(Desk desk, @PathVariable UUID line) {
        var state = found(line);
        if (state instanceof LineState.Published published) {
            return "redirect:" + desk.at().to("/announcements/" + number(published));
        }
        if (!(state instanceof LineState.Filed filed)) {
            var why = LineRefusal.LINE_NOT_FILED;
            throw fault(why.code(), why.words());
        }
        var row = row(filed);
        var preview =
                row.refused().isPresent()
                        ? Optional.<Announcement>empty()
                        : Optional.of(publications.preview(filed.proposal().id()));
        boolean unchanged =
                preview.isEmpty() || row.waiting().map(publications::isUnchanged).orElse(true);
        var view = new Publishing.Case(row, preview, unchanged, name(filed.by()));
        return Page.of((out, plain) -> JtepreviewGenerated.render(out, plain, desk, view));
    }

    @PostMapping(ONE)
    String propose(@PathVariable UUID line, RedirectAttributes carried) {
        var id = found(line).proposal().id();
        told(() -> publications.propose(id, officers.current()));
        return Said.then(
                carried,
                LIST + "/" + line,
                new Words("已提出公布，等另一名公布员确认", "proposed; another publisher reads it and confirms"));
    }

    @PostMapping(ONE + "/confirmation")
    @StepUp
    String confirm(
            @PathVariable UUID line, @RequestParam UUID proposed, RedirectAttributes carried) {
        var announcement = told(() -> publications.confirm(proposed, officers.current()));
        return Said.then(
                carried,
                LIST,
                new Words(
                        "已公布：公告 "
                                + announcement.number()
                                + "，存证第 "
                                + announcement.ledgerIndex()
                                + " 条",
                        "published: announcement "
                                + announcement.number()
                                + ", ledger entry "
                                + announcement.ledgerIndex()));
    }

    @PostMapping(ONE + "/taking-back")
    String takeBack(
            @PathVariable UUID line, @RequestParam UUID proposed, RedirectAttributes carried) {
        told(
                () -> {
                    publications.takeBack(proposed, officers.current());
                    return true;
                });
        return Said.then(
                carried,
                LIST,
                new Words(
                        "提议已撤回；标准线仍是已备案，可以重新提出公布",
                        "taken back; the line stays filed and can be proposed again"));
    }

    private Publishing.Row row(LineState.Filed filed) {
        var waiting =
                publications.waiting().stream()
                        .filter(one -> one.proposal().equals(filed.proposal().id()))
                        .findFirst();
        var me = officers.current().id();
        return new Publishing.Row(
                filed,
                lines.province(filed.proposal().id()),
                waiting,
                waiting.map(ProposedPublication::by).map(this::name).orElse(""),
                waiting.filter(one -> one.by().equals(me)).isPresent(),
                refused(filed.proposal().id()));
    }

    private Optional<Words> refused(ProposalId id) {
        try {
            lines.foreseen(id, id.value());
            return Optional.empty();
        } catch (LineRefused refused) {
            return Optional.of(refused.words());
        }
    }

    private String number(LineState.Published published) {
        return publications.all().stream()
                .filter(one -> one.proposal().equals(published.proposal().id()))
                .map(Announcement::number)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no announcement"));
    }

    private LineState found(UUID line) {
        return lines.find(new ProposalId(line))
                .orElseThrow(() -> new NoSuchElementException("no such proposal"));
    }

    private String name(UUID id) {
        return officers.find(id).map(Officer::name).orElse("—");
    }

    /** A refusal of the doors, in its own words and with its public number. */
    private static <T> T told(Supplier<T> step) {
        try {
            return step.get();
        } catch (LineRefused refused) {
            throw fault(refused.why().code(), refused.words());
        } catch (PublicationRefused refused) {
            throw fault(refused.why().number(), refused.words());
        }
    }

    private static Unreadable fault(int number, Words words) {
        return new Unreadable(Fault.of("REFUSAL_" + number, words, words));
    }
}
