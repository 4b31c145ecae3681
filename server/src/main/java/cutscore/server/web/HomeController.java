package cutscore.server.web;

import gg.jte.Content;
import gg.jte.html.HtmlContent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code ui-P1} and the pages that belong to no module: help, licences. */
@Controller
@OpenToAll
class HomeController {
    private final List<HomeTask> tasks;
    private final List<HomeSection> sections;

    HomeController(ObjectProvider<HomeTask> tasks, ObjectProvider<HomeSection> sections) {
        this.tasks = tasks.stream().sorted(Comparator.comparingInt(HomeTask::order)).toList();
        this.sections =
                sections.stream().sorted(Comparator.comparingInt(HomeSection::order)).toList();
    }

    @GetMapping("/")
    Page home(Visit at) {
        List<Content> shown =
                sections.stream()
                        .map(section -> section.show(at))
                        .flatMap(Optional::stream)
                        .map(HomeController::content)
                        .toList();
        return Page.of((out, plain) -> JtehomeGenerated.render(out, plain, at, tasks, shown));
    }

    private static Content content(Page.Body body) {
        HtmlContent content = out -> body.write(out, Plain.INTERCEPTOR);
        return content;
    }

    @GetMapping("/help")
    Page help(Visit at) {
        return Page.of((out, plain) -> JtehelpGenerated.render(out, plain, at));
    }

    @GetMapping("/about")
    Page about(Visit at) {
        return Page.of((out, plain) -> JteaboutGenerated.render(out, plain, at));
    }
}
