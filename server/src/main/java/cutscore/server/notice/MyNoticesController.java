package cutscore.server.notice;

import cutscore.kernel.Words;
import cutscore.server.access.Contact;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import cutscore.server.web.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-C14} 消息与订阅: one's own messages, and which of them one wants by which way. */
@Controller
@For(Role.EXAMINEE)
class MyNoticesController {
    private static final String MESSAGES = "/me/messages";
    private static final String CHOICES = "/me/notices";
    private static final int SHOWN = 100;

    private final ExamineeAccounts examinees;
    private final Rosters rosters;
    private final PersonTable people;
    private final MessageTable messages;
    private final Tokens tokens;

    MyNoticesController(
            ExamineeAccounts examinees,
            Rosters rosters,
            PersonTable people,
            MessageTable messages,
            Tokens tokens) {
        this.examinees = examinees;
        this.rosters = rosters;
        this.people = people;
        this.messages = messages;
        this.tokens = tokens;
    }

    @Bean
    static DeskRoom messagesDesk() {
        return new DeskRoom(
                MESSAGES,
                new Words("消息", "Messages"),
                new Words("发给您的消息，收哪些、怎么收", "what you were told, and how"),
                40,
                Set.of(Role.EXAMINEE));
    }

    /**
     * What one may choose.
     *
     * @param feed the private feed's path
     */
    record Choosing(List<Choosable> kinds, boolean stopped, String feed) {}

    /** One kind of message. */
    record Choosable(Kind kind, boolean email, boolean sms) {}

    @GetMapping(MESSAGES)
    Page messages(Desk desk) {
        var all = me().map(person -> messages.of(person.person(), SHOWN)).orElse(List.of());
        return Page.of((out, plain) -> JtemessagesGenerated.render(out, plain, desk, all));
    }

    @GetMapping(CHOICES)
    Page choices(Desk desk) {
        var choosing = me().map(this::choosing);
        return Page.of((out, plain) -> JtechoicesGenerated.render(out, plain, desk, choosing));
    }

    /**
     * @param wanted {@code MAY_DECLARE-EMAIL} and so on; what is not there is not wanted
     */
    @PostMapping(CHOICES)
    String choose(
            @RequestParam(defaultValue = "") List<String> wanted, RedirectAttributes carried) {
        me().ifPresent(
                        person -> {
                            for (Kind kind : stoppable().toList()) {
                                for (var channel : Contact.Channel.values()) {
                                    people.choose(
                                            person.person(),
                                            new PersonTable.Choice(
                                                    kind,
                                                    channel,
                                                    wanted.contains(kind + "-" + channel)));
                                }
                            }
                            people.resume(person.person());
                        });
        return Said.then(carried, CHOICES, new Words("已保存", "saved"));
    }

    @PostMapping(CHOICES + "/stop")
    String stop(RedirectAttributes carried) {
        me().ifPresent(person -> people.stop(person.person()));
        return Said.then(carried, CHOICES, new Words("已停止发送", "messages are stopped"));
    }

    @PostMapping(CHOICES + "/feed")
    String renew(RedirectAttributes carried) {
        me().ifPresent(people::renew);
        return Said.then(
                carried, CHOICES, new Words("换了新地址，旧地址失效", "a new address; the old one is void"));
    }

    private Choosing choosing(Person person) {
        var chosen = people.choices(person.person());
        var kinds =
                stoppable()
                        .map(
                                kind ->
                                        new Choosable(
                                                kind,
                                                PersonTable.isWanted(
                                                        chosen, kind, Contact.Channel.EMAIL),
                                                PersonTable.isWanted(
                                                        chosen, kind, Contact.Channel.SMS)))
                        .toList();
        String feed = "/feed/" + tokens.feed(person.person(), person.generation()) + ".atom";
        return new Choosing(kinds, person.stopped(), feed);
    }

    private static Stream<Kind> stoppable() {
        return Stream.of(Kind.values()).filter(Kind::mayBeStopped);
    }

    private Optional<Person> me() {
        var account = examinees.current();
        return rosters.find(account.session(), account.admissionNumber())
                .map(RosterEntry::person)
                .map(people::person);
    }
}
