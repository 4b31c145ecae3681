package cutscore.server.certificate;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.declaration.DeclarationReopening;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An approval that an award rests on is not opened again: annulment is the way then. */
@Component
class ReopeningListener {
    private static final Words AWARDED =
            new Words(
                    "这份申报已经评定结果，不能重新审核；确有问题的，按处理决定宣布无效",
                    "this declaration has its result and is not opened again; what is wrong with it"
                            + " is annulled by a decision");

    private final Awards awards;

    ReopeningListener(Awards awards) {
        this.awards = awards;
    }

    @EventListener
    void on(DeclarationReopening reopening) {
        if (awards.explanation(reopening.declaration().value()).isPresent()) {
            throw new Unreadable(Fault.of("REOPEN_AWARDED", AWARDED, AWARDED));
        }
    }
}
