package cutscore.server.voice.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.access.Desk;
import cutscore.server.access.ExamineeAccount;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Declarations;
import cutscore.server.roster.Rosters;
import cutscore.server.voice.Rating;
import cutscore.server.voice.Rating.Occasion;
import cutscore.server.voice.Rating.Word;
import cutscore.server.voice.Ratings;
import cutscore.server.web.Page;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 好差评: one tap says the word; a bad one asks why. */
@Controller
@For(Role.EXAMINEE)
class RatingController {
    private static final String PAGE = "/me/rating";

    private final ExamineeAccounts examinees;
    private final Declarations declarations;
    private final Rosters rosters;
    private final Ratings ratings;

    RatingController(
            ExamineeAccounts examinees,
            Declarations declarations,
            Rosters rosters,
            Ratings ratings) {
        this.examinees = examinees;
        this.declarations = declarations;
        this.rosters = rosters;
        this.ratings = ratings;
    }

    @GetMapping(PAGE)
    Page page(Desk desk, @RequestParam(defaultValue = "") String occasion) {
        var who = examinees.current();
        var asked = occasion(occasion);
        var said = ratings.of(who.session(), who.admissionNumber(), asked);
        return Page.of((out, plain) -> JteratingGenerated.render(out, plain, desk, asked, said));
    }

    @PostMapping(PAGE)
    String rate(
            @RequestParam(defaultValue = "") String occasion,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes carried) {
        var who = examinees.current();
        var asked = occasion(occasion);
        var rating =
                ratings.rate(
                        who.session(),
                        who.admissionNumber(),
                        province(who),
                        asked,
                        word(word),
                        reason.strip());
        return Said.then(
                carried, PAGE + "?occasion=" + asked.name().toLowerCase(Locale.ROOT), told(rating));
    }

    private static Words told(Rating rating) {
        var word = rating.word().words();
        return new Words("已记下：" + word.zh(), "noted: " + word.en());
    }

    /** Whose service it was: the reviewing province, else where the person registered. */
    private DivisionCode province(ExamineeAccount who) {
        return declarations
                .latest(who.session(), who.admissionNumber())
                .map(DeclarationView::province)
                .or(
                        () ->
                                rosters.find(who.session(), who.admissionNumber())
                                        .map(entry -> entry.division().province()))
                .orElseThrow(() -> new NoSuchElementException("nothing to rate"));
    }

    private static Occasion occasion(String asked) {
        return asked.equalsIgnoreCase("result") ? Occasion.RESULT : Occasion.RECEIPT;
    }

    private static Word word(String said) {
        return Optional.of(said)
                .flatMap(
                        text ->
                                Arrays.stream(Word.values())
                                        .filter(one -> one.name().equals(text))
                                        .findFirst())
                .orElseThrow(() -> new NoSuchElementException("not one of the five words"));
    }
}
