package cutscore.server.notice;

import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Contact;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.web.FieldFault;
import cutscore.server.web.Page;
import cutscore.sheet.TableFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What went out, what did not arrive, sending it again; contacts that come with a roster. */
@Controller
@For({Role.ANALYST, Role.PUBLISHER})
class NoticesController {
    private static final String LIST = "/notices";
    private static final int SHOWN = 200;
    private static final int FAULTS_KEPT = 200;

    private final MessageTable messages;
    private final BroadcastTable broadcasts;
    private final ContactTable contacts;
    private final ContactFiles files;
    private final Post post;
    private final Exams exams;
    private final Officers officers;
    private final Address addresses;

    NoticesController(
            MessageTable messages,
            BroadcastTable broadcasts,
            ContactTable contacts,
            ContactFiles files,
            Post post,
            Exams exams,
            Officers officers,
            Address addresses) {
        this.messages = messages;
        this.broadcasts = broadcasts;
        this.contacts = contacts;
        this.files = files;
        this.post = post;
        this.exams = exams;
        this.officers = officers;
        this.addresses = addresses;
    }

    @Bean
    static DeskRoom noticesDesk() {
        return new DeskRoom(
                LIST,
                new Words("通知送达", "Notices"),
                new Words("通知发到哪了，没送到的再发", "what was told, what did not arrive"),
                420,
                Set.of(Role.ANALYST, Role.PUBLISHER));
    }

    /**
     * What the page shows.
     *
     * @param silent channels that are not set up
     */
    record Shown(
            List<Failure> failed,
            List<MessageTable.Count> counts,
            List<BroadcastTable.Broadcast> broadcasts,
            List<ContactTable.Imported> files,
            List<ExamSession> sessions,
            List<Contact.Channel> silent,
            List<FieldFault> faults) {}

    /** A failed delivery; the address is shown masked. */
    record Failure(MessageTable.Delivery delivery, String to) {}

    @GetMapping(LIST)
    Page notices(Desk desk) {
        return page(desk, List.of());
    }

    @PostMapping(LIST + "/resend")
    String resend(@RequestParam(defaultValue = "") String key, RedirectAttributes carried) {
        officers.current();
        int again = messages.resend(Optional.of(key).filter(k -> !k.isEmpty()));
        return Said.then(
                carried, LIST, new Words("重新发送 " + again + " 条", again + " are sent again"));
    }

    @PostMapping(LIST + "/contacts")
    Object contacts(
            Desk desk,
            @RequestParam String session,
            @RequestParam MultipartFile file,
            RedirectAttributes carried)
            throws IOException {
        try (var table = TableFile.open(file.getBytes(), "contacts", FAULTS_KEPT)) {
            var source = table.csvOrRefuse();
            int rows = files.importFile(new SessionId(session), source, officers.current());
            return Said.then(
                    carried,
                    LIST,
                    new Words("导入 " + rows + " 人的联系方式", rows + " contacts imported"));
        } catch (Unreadable refused) {
            var faults =
                    refused.faults().stream()
                            .map(
                                    fault ->
                                            new FieldFault(
                                                    "file",
                                                    new Words(fault.toString(), fault.toString())))
                            .toList();
            return page(desk, faults).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Page page(Desk desk, List<FieldFault> faults) {
        var ready = post.ready();
        var shown =
                new Shown(
                        messages.failed(SHOWN).stream().map(this::failure).toList(),
                        messages.counts(),
                        broadcasts.all(),
                        contacts.files(),
                        exams.sessions(),
                        List.of(Contact.Channel.values()).stream()
                                .filter(channel -> !ready.contains(channel))
                                .toList(),
                        faults);
        return Page.of((out, plain) -> JtenoticesGenerated.render(out, plain, desk, shown));
    }

    private Failure failure(MessageTable.Delivery delivery) {
        String to =
                delivery.sealed()
                        .map(s -> addresses.open(s, delivery.key()).contact().masked())
                        .orElse("—");
        return new Failure(delivery, to);
    }

    static Words channel(Contact.Channel channel) {
        return switch (channel) {
            case EMAIL -> new Words("电子邮件", "e-mail");
            case SMS -> new Words("短信", "SMS");
        };
    }

    static Words stage(String stage) {
        return switch (stage) {
            case "WAITING" -> new Words("等待发送", "waiting");
            case "SENT" -> new Words("已送出", "sent");
            case "FAILED" -> new Words("没送到", "failed");
            default -> new Words("对方已停收", "stopped by its reader");
        };
    }
}
