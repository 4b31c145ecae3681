package cutscore.server.declaration.declare;

import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.ExamineeAccount;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.web.FieldFault;
import cutscore.server.web.HomeTask;
import cutscore.server.web.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code ui-C2} to {@code ui-C4}: the task list, the facts, the ground. */
@Controller
@For(Role.EXAMINEE)
class DeclareController {
    static final String START = "/me/declare";

    private final ExamineeAccounts examinees;
    private final Drafts drafts;
    private final Sheets sheets;

    DeclareController(ExamineeAccounts examinees, Drafts drafts, Sheets sheets) {
        this.examinees = examinees;
        this.drafts = drafts;
        this.sheets = sheets;
    }

    @Bean
    static HomeTask declareTask() {
        return new HomeTask(
                START,
                new Words("申报", "Declare"),
                new Words("登录后三分钟，每一步都自动保存", "three minutes after signing in; every step is saved"),
                20);
    }

    @GetMapping(START)
    Page start(Desk desk) {
        var sheet = sheets.of(examinees.current());
        return Page.of((out, plain) -> JtestartGenerated.render(out, plain, desk, sheet));
    }

    @PostMapping(START)
    String begin(@RequestParam(defaultValue = "") String key) {
        var who = examinees.current();
        var sheet = sheets.of(who);
        if (sheet.isDone() || sheet.meetsNationalLine() || sheet.entry().voided()) {
            return "redirect:" + START;
        }
        drafts.begin(who, key);
        return "redirect:" + sheets.of(who).next();
    }

    @GetMapping(START + "/you")
    Object you(Desk desk) {
        var sheet = sheets.of(examinees.current());
        return sheet.draft().isEmpty()
                ? "redirect:" + START
                : Page.of((out, plain) -> JteyouGenerated.render(out, plain, desk, sheet));
    }

    @PostMapping(START + "/you")
    String confirm() {
        var who = examinees.current();
        var draft = drafts.of(who);
        draft.ifPresent(open -> drafts.save(open, answered(open.answers().confirm(), who)));
        return "redirect:" + (draft.isEmpty() ? START : sheets.of(who).next());
    }

    /** Where the registration alone settles it there is no question to ask. */
    private Answers answered(Answers answers, ExamineeAccount who) {
        boolean open = answers.ground().isEmpty();
        return open && sheets.of(who).mayRegister()
                ? answers.on(DeclaredGround.REGISTERED)
                : answers;
    }

    @GetMapping(START + "/ground")
    Object ground(Desk desk) {
        var sheet = sheets.of(examinees.current());
        return sheet.draft().isEmpty() ? "redirect:" + START : asked(desk, sheet, List.of());
    }

    @PostMapping(START + "/ground")
    Object choose(Desk desk, @RequestParam(defaultValue = "") String ground) {
        var who = examinees.current();
        var sheet = sheets.of(who);
        if (sheet.draft().isEmpty()) {
            return "redirect:" + START;
        }
        var chosen = chosen(ground).filter(one -> isPossible(one, sheet));
        if (chosen.isEmpty()) {
            return asked(desk, sheet, List.of(CHOOSE)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        drafts.save(sheet.draft().get(), sheet.answers().on(chosen.get()));
        return "redirect:" + sheets.of(who).next();
    }

    private static final FieldFault CHOOSE =
            new FieldFault(
                    "ground-WORKS",
                    new Words(
                            "没有选：请选一种和你的情况相符的", "nothing was chosen: choose what is true for you"));

    private static Page asked(Desk desk, Sheet sheet, List<FieldFault> faults) {
        return Page.of((out, plain) -> JtegroundGenerated.render(out, plain, desk, sheet, faults));
    }

    private static boolean isPossible(DeclaredGround ground, Sheet sheet) {
        return ground != DeclaredGround.REGISTERED || sheet.mayRegister();
    }

    private static Optional<DeclaredGround> chosen(String name) {
        return Arrays.stream(DeclaredGround.values())
                .filter(ground -> ground.name().equals(name))
                .findFirst();
    }
}
