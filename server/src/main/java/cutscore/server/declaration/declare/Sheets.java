package cutscore.server.declaration.declare;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.access.ExamineeAccount;
import cutscore.server.area.Areas;
import cutscore.server.declaration.Bench;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.Exams;
import cutscore.server.exam.ProvinceRule;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings together what other modules know about a sitting. */
@Component
final class Sheets {
    private final Drafts drafts;
    private final Rosters rosters;
    private final Areas areas;
    private final Exams exams;
    private final UploadedFiles files;
    private final InstantSource clock;
    private final Bench bench;

    Sheets(
            Drafts drafts,
            Rosters rosters,
            Areas areas,
            Exams exams,
            UploadedFiles files,
            InstantSource clock,
            Bench bench) {
        this.drafts = drafts;
        this.rosters = rosters;
        this.areas = areas;
        this.exams = exams;
        this.files = files;
        this.clock = clock;
        this.bench = bench;
    }

    Sheet of(ExamineeAccount who) {
        var entry =
                rosters.find(who.session(), who.admissionNumber())
                        .orElseThrow(() -> new NoSuchElementException("not on the roster"));
        var firstDay = exams.find(who.session()).orElseThrow().firstDay();
        var draft = drafts.of(who);
        var answers = draft.map(Draft::answers).orElse(Answers.NONE);
        var ground = answers.ground().orElse(DeclaredGround.REGISTERED);
        var county = county(entry, answers);
        var province = county.province();
        var now = clock.instant();
        var standing = standing(who, province, now, draft.map(Draft::begun));
        var round = Sheet.round(standing);
        var declared = drafts.active(who);
        return new Sheet(
                entry,
                rosters.maskedIdentity(who.session(), who.admissionNumber()).orElse(""),
                areas.ask(entry.division(), firstDay),
                draft,
                standing,
                exams.grounds(who.session(), province, round),
                exams.evidence(who.session(), province, ground, round),
                files.of(who),
                declared,
                declared.filter(one -> one.stage() == Stage.RETURNED)
                        .map(one -> bench.asked(one.id()))
                        .orElse(List.of()));
    }

    /** Which grounds a province admits in the round that stands there now. */
    ProvinceRule rule(ExamineeAccount who, DivisionCode province) {
        var begun = drafts.of(who).map(Draft::begun);
        var standing = standing(who, province, clock.instant(), begun);
        return exams.grounds(who.session(), province, Sheet.round(standing));
    }

    private static DivisionCode county(RosterEntry entry, Answers answers) {
        return answers.place().orElse(entry.division());
    }

    private Standing standing(
            ExamineeAccount who, DivisionCode province, Instant now, Optional<Instant> begun) {
        return Standing.of(exams.windows(who.session(), province), now, begun);
    }
}
