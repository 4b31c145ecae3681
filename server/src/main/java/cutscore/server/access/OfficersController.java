package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** {@code ui-S13}: accounts and roles, for the administrators; the book of sign-ins, for theirs. */
@Controller
class OfficersController {
    private static final String PAGE = "/officers";
    private static final String CODE = "one-time-code";

    private final Officers officers;
    private final AccountSteps steps;
    private final OfficerTable table;
    private final SignInBook book;

    OfficersController(Officers officers, AccountSteps steps, OfficerTable table, SignInBook book) {
        this.officers = officers;
        this.steps = steps;
        this.table = table;
        this.book = book;
    }

    @Bean
    static DeskRoom officersDesk() {
        return new DeskRoom(
                PAGE,
                new Words("工作人员和角色", "Officers and roles"),
                new Words("开户、提出角色、确认角色", "open accounts, propose and confirm roles"),
                800,
                Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN));
    }

    @Bean
    static DeskRoom signInsDesk() {
        return new DeskRoom(
                "/sign-ins",
                new Words("登录日志", "Sign-ins"),
                new Words("谁在什么时候登录过，没有姓名和号码", "when accounts signed in; nothing personal"),
                810,
                Set.of(Role.AUDIT_ADMIN));
    }

    @GetMapping(PAGE)
    @For({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    Page officers(Desk desk) {
        var view = view();
        return Page.of((out, plain) -> JteofficersGenerated.render(out, plain, desk, view));
    }

    @PostMapping(PAGE)
    @For(Role.SYSTEM_ADMIN)
    String open(
            @RequestParam String signInName,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String province,
            RedirectAttributes carried) {
        var opened =
                officers.create(
                        signInName.strip(), name.strip(), province(province), officers.current());
        carried.addFlashAttribute(CODE, new OneTimeCode(opened.code(), opened.expires()));
        return Said.then(
                carried,
                PAGE + "/" + opened.officer().id(),
                new Words(
                        "账号已开，还没有角色：请提出角色，由另一名管理员确认",
                        "The account is open and has no role yet: propose one for another to"
                                + " confirm"));
    }

    @GetMapping(PAGE + "/{officer}")
    @For({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    Page officer(Desk desk, @PathVariable UUID officer, HttpServletRequest request) {
        var view = view();
        var line = view.line(officer).orElseThrow(Officers::notKnown);
        boolean own = officers.current().id().equals(officer);
        var carried = RequestContextUtils.getInputFlashMap(request);
        var code =
                carried != null && carried.get(CODE) instanceof OneTimeCode given
                        ? Optional.of(given)
                        : Optional.<OneTimeCode>empty();
        return Page.of(
                (out, plain) ->
                        JteofficerGenerated.render(out, plain, desk, view, line, own, code));
    }

    @PostMapping(PAGE + "/{officer}/steps")
    @For({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    String proposeStep(
            @PathVariable UUID officer,
            @RequestParam AccountStep.Kind kind,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes carried) {
        var which = role.isEmpty() ? Optional.<Role>empty() : Optional.of(role(role));
        steps.propose(officer, kind, which, reason, officers.current());
        return Said.then(
                carried,
                PAGE + "/" + officer,
                new Words("已提出，等另一名管理员确认", "proposed; another administrator confirms"));
    }

    @PostMapping(PAGE + "/steps/{step}")
    @For({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    @StepUp
    String confirmStep(@PathVariable UUID step, RedirectAttributes carried) {
        var waiting = steps.waiting().stream().filter(one -> one.id().equals(step)).findFirst();
        var code = steps.confirm(step, officers.current());
        code.ifPresent(given -> carried.addFlashAttribute(CODE, given));
        return Said.then(
                carried,
                waiting.map(one -> PAGE + "/" + one.officer()).orElse(PAGE),
                new Words("已确认，当即生效，本人的登录已全部结束", "confirmed; the officer's sign-ins are over"));
    }

    @PostMapping(PAGE + "/steps/{step}/removal")
    @For({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    String dropStep(@PathVariable UUID step, RedirectAttributes carried) {
        steps.drop(step, officers.current());
        return Said.then(carried, PAGE, new Words("已撤回，什么都没有改变", "taken back; nothing changed"));
    }

    @PostMapping(PAGE + "/grants/{grant}/removal")
    @For({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    String dropGrant(@PathVariable UUID grant, RedirectAttributes carried) {
        officers.drop(grant, officers.current());
        return Said.then(carried, PAGE, new Words("已撤回，什么都没有改变", "taken back; nothing changed"));
    }

    @PostMapping(PAGE + "/grants")
    @For({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    String propose(
            @RequestParam UUID officer, @RequestParam String role, RedirectAttributes carried) {
        officers.propose(officer, role(role), officers.current());
        return Said.then(
                carried,
                PAGE,
                new Words("已提出，等另一名管理员确认", "proposed; another administrator confirms"));
    }

    @PostMapping(PAGE + "/grants/{grant}")
    @For({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    @StepUp
    String confirm(@PathVariable UUID grant, RedirectAttributes carried) {
        officers.confirm(grant, officers.current());
        return Said.then(carried, PAGE, new Words("已确认，角色生效", "confirmed; the role is held"));
    }

    @GetMapping("/sign-ins")
    @For(Role.AUDIT_ADMIN)
    Page signIns(Desk desk) {
        var lines = book.last();
        return Page.of((out, plain) -> JtesigninsGenerated.render(out, plain, desk, lines));
    }

    private OfficersView view() {
        return new OfficersView(
                officers.current().id(), table.lines(), officers.waiting(), steps.waiting());
    }

    private static Optional<DivisionCode> province(String typed) {
        String code = typed.strip();
        if (code.isEmpty()) {
            return Optional.empty();
        }
        if (!code.matches("[1-9][0-9]0000")) {
            throw new Unreadable(
                    Fault.of(
                            "PROVINCE",
                            new Words("这不是省份代码", "this is no province's code"),
                            new Words("六位数字，后四位是 0000", "six digits that end in 0000")));
        }
        return Optional.of(new DivisionCode(code));
    }

    private static Role role(String typed) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(typed))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Unreadable(
                                        Fault.of(
                                                "ROLE",
                                                new Words("没有这个角色", "there is no such role"),
                                                new Words("从列表里选", "choose from the list"))));
    }
}
