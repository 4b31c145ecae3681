package cutscore.browser;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.Assignments;
import cutscore.server.declaration.DeclarationForm;
import cutscore.server.declaration.DeclarationForm.EvidenceOf;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Submission;
import cutscore.server.evidence.EvidenceFiles;
import cutscore.server.evidence.EvidenceOwner;
import cutscore.server.evidence.Taken;
import cutscore.server.exam.DeclaredGround;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** Cases that wait for one reviewer alone, so that a walk at the bench finds what it needs. */
final class Cases {
    private static final DivisionCode WORKS_IN = new DivisionCode("513326");
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private Cases() {}

    /**
     * New declarations, given to a reviewer by the lead, in the order in which they arrived; the
     * first came with a photographed paper.
     *
     * @param reviewer by the name that is shown
     */
    static List<DeclarationId> waitingFor(String reviewer, int many) {
        var made = new ArrayList<DeclarationId>();
        for (String who : People.whoMayDeclareToWork(many)) {
            made.add(submit(who, made.isEmpty() ? paper(who) : List.of()));
        }
        Site.bean(Assignments.class)
                .assign(made, People.officer(reviewer).id(), People.officer("审核负责人甲（虚构）"));
        return List.copyOf(made);
    }

    private static DeclarationId submit(String who, List<EvidenceOf> papers) {
        // Each a moment after the one before: the bench goes by the order of arrival.
        Site.bean(ScriptedClock.class).advance(BETWEEN);
        var form =
                new DeclarationForm(
                        Site.SESSION,
                        who,
                        DeclaredGround.WORKS,
                        Optional.of(WORKS_IN),
                        true,
                        "walk-" + who,
                        Optional.empty(),
                        Optional.empty(),
                        "虚构县中学",
                        papers);
        return switch (Site.bean(Declarations.class).submit(form)) {
            case Submission.Accepted accepted -> accepted.id();
            case Submission other -> throw new IllegalStateException("not accepted: " + other);
        };
    }

    private static List<EvidenceOf> paper(String who) {
        var owner = UUID.nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8));
        var files = Site.bean(EvidenceFiles.class);
        byte[] photograph = Photograph.of(600, 800, 0.7f, "paper.jpg").buffer;
        try {
            var taken =
                    files.whole(
                            EvidenceOwner.of(owner),
                            "other",
                            "paper.jpg",
                            new ByteArrayInputStream(photograph));
            var id = ((Taken.Stored) taken).file().id();
            Site.bean(TransactionOperations.class)
                    .executeWithoutResult(_ -> files.attach(List.of(id), owner));
            return List.of(new EvidenceOf("other", id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
