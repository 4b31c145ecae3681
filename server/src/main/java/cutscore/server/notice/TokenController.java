package cutscore.server.notice;

import cutscore.kernel.time.Beijing;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import cutscore.server.web.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What needs no sign-in because its address is a secret: the private feed, and the end of messages.
 * Stopping by a mail programme's own button comes without a token of ours (RFC 8058).
 */
@Controller
@OpenToAll
class TokenController {
    private static final int SHOWN = 50;

    private final PersonTable people;
    private final MessageTable messages;

    TokenController(PersonTable people, MessageTable messages) {
        this.people = people;
        this.messages = messages;
    }

    @GetMapping("/stop/{token:[A-Za-z0-9_-]{32}}")
    Page ask(Visit at, @PathVariable String token) {
        return people.byStop(token)
                .map(person -> page(at, person.stopped(), true))
                .orElseGet(() -> page(at, false, false).with(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/stop/{token:[A-Za-z0-9_-]{32}}")
    Page stop(Visit at, @PathVariable String token) {
        var person = people.byStop(token);
        person.ifPresent(known -> people.stop(known.person()));
        return person.isPresent()
                ? page(at, true, true)
                : page(at, false, false).with(HttpStatus.NOT_FOUND);
    }

    private static Page page(Visit at, boolean stopped, boolean known) {
        return Page.of((out, plain) -> JtestopGenerated.render(out, plain, at, stopped, known));
    }

    @GetMapping("/feed/{token:[A-Za-z0-9_-]{32}}.atom")
    ResponseEntity<byte[]> feed(@PathVariable String token) {
        return people.byFeed(token)
                .map(person -> feed(messages.of(person.person(), SHOWN)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> feed(List<MessageTable.Message> messages) {
        var updated = messages.isEmpty() ? Instant.EPOCH : messages.getFirst().at();
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n");
        out.append("<id>urn:cutscore:messages</id>\n<title>划线：消息</title>\n");
        out.append("<author><name>划线 Cutscore</name></author>\n<updated>");
        out.append(Beijing.text(updated)).append("</updated>\n");
        for (var message : messages) {
            out.append("<entry>\n<id>urn:uuid:").append(message.id()).append("</id>\n<title>");
            out.append(escaped(message.text().title().zh())).append("</title>\n<updated>");
            out.append(Beijing.text(message.at())).append("</updated>\n<link href=\"");
            out.append(escaped(message.text().path())).append("\"/>\n<summary>");
            out.append(escaped(message.text().body().zh())).append("</summary>\n</entry>\n");
        }
        byte[] body = out.append("</feed>\n").toString().getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
                .body(body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
