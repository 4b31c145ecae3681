package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** What several ways of signing in have in common. */
final class SignInPages {
    private SignInPages() {}

    /**
     * Where somebody goes on to who is about to be let in; asked before, since the session may be
     * another one afterwards.
     *
     * @param otherwise where no page was wanted
     */
    static String onward(
            HttpServletRequest request, HttpServletResponse response, String otherwise) {
        var wanted = new HttpSessionRequestCache().getRequest(request, response);
        return "redirect:" + (wanted == null ? otherwise : wanted.getRedirectUrl());
    }

    /**
     * @param action where the code goes
     * @param back where another is asked for
     * @param sure whether it was really sent, which only the contact's owner may learn
     */
    static Page code(
            Desk desk,
            String action,
            String back,
            Contact contact,
            boolean sure,
            List<Fault> faults) {
        return Page.of(
                (out, plain) ->
                        JtecodeGenerated.render(
                                out, plain, desk, action, back, contact.masked(), sure, faults));
    }

    static Fault wrongCode() {
        return RosterFacts.fault(
                "CODE",
                "验证码不对，或已经过期、用过",
                "the code is wrong, expired or used",
                "一个验证码可以试五次；过期了就重新发送",
                "a code can be tried five times; send another when it is over");
    }

    static Fault tooSoon() {
        return RosterFacts.fault(
                "TOO_SOON",
                "从这里试得太多、太快",
                "there were too many tries from here",
                "过半分钟再试；没有任何账号被锁",
                "try again in half a minute; no account is locked");
    }
}
