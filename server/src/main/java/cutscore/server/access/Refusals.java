package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.web.Page;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What stands where an act was refused: why, and that nothing was changed. */
@ControllerAdvice
class Refusals {

    @ExceptionHandler(SamePerson.class)
    Page onePerson(SamePerson refused, Desk desk) {
        return page(desk, refused.words(), List.of(), HttpStatus.CONFLICT);
    }

    @ExceptionHandler(AccessRefused.class)
    Page notYours(AccessRefused refused, Desk desk) {
        return page(desk, refused.words(), List.of(), HttpStatus.FORBIDDEN);
    }

    /** The same for what belongs to others and for what nobody has. */
    @ExceptionHandler(NoSuchElementException.class)
    Page nothingThere(NoSuchElementException none, Desk desk) {
        return page(
                desk,
                new Words("没有这一项，或不归你办理", "there is no such entry, or it is not yours"),
                List.of(),
                HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(Unreadable.class)
    Page unreadable(Unreadable refused, Desk desk) {
        var faults = refused.faults();
        return page(desk, faults.getFirst().what(), faults, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Page page(Desk desk, Words why, List<Fault> faults, HttpStatus code) {
        return Page.of((out, plain) -> JterefusedGenerated.render(out, plain, desk, why, faults))
                .with(code);
    }
}
