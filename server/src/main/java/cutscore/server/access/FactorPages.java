package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Where a factor is asked for before a step, with the step's form kept on the page. */
@ControllerAdvice
class FactorPages {
    private final Passkeys passkeys;

    FactorPages(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @ExceptionHandler(StepUpWanted.class)
    Page stepUp(StepUpWanted wanted, Desk desk, HttpServletRequest request) {
        boolean offered = passkeys.areOffered(request);
        boolean wrong = !wanted.faults().isEmpty();
        return Page.of(
                        (out, plain) ->
                                JtestepupGenerated.render(
                                        out, plain, desk, wanted.kept(), offered, wanted.faults()))
                .with(wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.FORBIDDEN);
    }

    static Fault wrong() {
        return RosterFacts.fault(
                "FACTOR",
                "没有通过：验证码不对、已经用过或已经过期",
                "not accepted: the code is wrong, used or over",
                "等手机上换一个新码再输；每个码只能用一次",
                "wait for the next code; each one works once");
    }

    static Fault tooMany() {
        return RosterFacts.fault(
                "FACTOR_TOO_MANY",
                "错误的验证码太多，一小时内不再接受验证码",
                "too many wrong codes: no more are taken for an hour",
                "通行密钥和恢复码照常可用；不是你输的，请告诉安全管理员",
                "a passkey or a recovery code still works; if it was not you, tell the security"
                        + " administrator");
    }
}
