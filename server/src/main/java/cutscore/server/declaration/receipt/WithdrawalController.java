package cutscore.server.declaration.receipt;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Refusal;
import cutscore.server.declaration.Stage;
import cutscore.server.web.Page;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Withdrawal before the close: what it means, then one press. */
@Controller
@For(Role.EXAMINEE)
class WithdrawalController {
    private static final String PAGE = "/me/withdraw";

    private final ExamineeAccounts examinees;
    private final Declarations declarations;
    private final OwnReceipt receipts;

    WithdrawalController(
            ExamineeAccounts examinees, Declarations declarations, OwnReceipt receipts) {
        this.examinees = examinees;
        this.declarations = declarations;
        this.receipts = receipts;
    }

    @GetMapping(PAGE)
    Page page(Desk desk) {
        var receipt = receipts.mine(desk.at().now());
        return Page.of((out, plain) -> JtewithdrawGenerated.render(out, plain, desk, receipt));
    }

    /**
     * Pressed twice it answers the same: the form names the receipt, so that the second press never
     * withdraws what was declared in between.
     */
    @PostMapping(PAGE)
    String withdraw(@RequestParam(defaultValue = "") String receipt, RedirectAttributes carried) {
        var who = examinees.current();
        var mine =
                declarations.of(who.session(), who.admissionNumber()).stream()
                        .filter(one -> one.receipt().equals(receipt))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchElementException("no such receipt"));
        if (mine.stage() != Stage.WITHDRAWN) {
            declarations.withdraw(mine.id(), who.admissionNumber()).ifPresent(this::refuse);
        }
        return Said.then(
                carried, "/me/receipt", new Words("申报已撤回，已写入存证", "withdrawn, and in the ledger"));
    }

    private void refuse(Refusal why) {
        throw new Unreadable(
                Fault.of(
                        "WITHDRAWAL_" + why.number(),
                        why.words(),
                        new Words(
                                "申报没有变化；进度写在“我的办理”",
                                "the declaration is as it was; “My matters” shows where it"
                                        + " stands")));
    }
}
