package cutscore.server.voice.web;

import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.DeskRoom;
import cutscore.server.access.For;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.voice.Rating;
import cutscore.server.voice.Rating.Occasion;
import cutscore.server.voice.Rating.Word;
import cutscore.server.voice.Ratings;
import cutscore.server.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people thought of a province's service, and the bad words that nobody looked into yet. */
@Controller
@For(Role.REVIEW_LEAD)
class RatingDesk {
    private static final String LIST = "/province/ratings";

    private final Ratings ratings;
    private final Officers officers;

    RatingDesk(Ratings ratings, Officers officers) {
        this.ratings = ratings;
        this.officers = officers;
    }

    @Bean
    static DeskRoom ratingRoom() {
        return new DeskRoom(
                LIST,
                new Words("好差评", "Ratings"),
                new Words("考生的评价；差评逐条处理", "what examinees thought; bad ones one by one"),
                140,
                Set.of(Role.REVIEW_LEAD));
    }

    /** Counts by occasion and word, and the queue. */
    record View(Map<Word, Long> receipt, Map<Word, Long> result, List<Rating> queue) {}

    @GetMapping(LIST)
    Page list(Desk desk) {
        var officer = officers.current();
        var province = CorrectionDesk.province(officer);
        var view =
                new View(
                        ratings.counts(province, Occasion.RECEIPT),
                        ratings.counts(province, Occasion.RESULT),
                        ratings.queue(province, officer));
        return Page.of((out, plain) -> JteratingsGenerated.render(out, plain, desk, view));
    }

    @PostMapping(LIST + "/{id}")
    String done(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            RedirectAttributes carried) {
        var officer = officers.current();
        ratings.done(id, CorrectionDesk.province(officer), done, officer);
        return Said.then(carried, LIST, new Words("已记下怎么处理的", "noted what was done"));
    }
}
