package cutscore.server.roster;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.exam.Exams;
import cutscore.server.roster.RosterUpload.Stage;
import cutscore.server.roster.RosterUpload.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Roster files on their way in: tried first, in the background, then imported when a person says
 * so. Nothing of a trial counts; what an import does is {@link Rosters}' own.
 */
@Component
public class Imports {
    private final ImportTable uploads;
    private final ImportPieces pieces;
    private final RosterTable rosters;
    private final ImportWork work;
    private final Exams exams;
    private final Entropy entropy;
    private final InstantSource clock;

    Imports(
            ImportTable uploads,
            ImportPieces pieces,
            RosterTable rosters,
            ImportWork work,
            Exams exams,
            Entropy entropy,
            InstantSource clock) {
        this.uploads = uploads;
        this.pieces = pieces;
        this.rosters = rosters;
        this.work = work;
        this.exams = exams;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * What came of a file that was sent.
     *
     * @param already whether the same file was there before: then nothing has changed
     */
    public record Sent(RosterUpload upload, boolean already) {}

    /**
     * Keeps a file sealed, to be tried by {@link #look}.
     *
     * @param file is read and left where it is
     * @param name as the person calls it
     * @param by an analyst
     * @throws Unreadable when it is empty, or the session was never opened
     */
    @Transactional
    public Sent send(SessionId session, Path file, String name, Officer by) throws IOException {
        by.must(Role.ANALYST);
        if (exams.find(session).isEmpty()) {
            throw refused("NO_SESSION", "没有这次考试", "no such session");
        }
        if (Files.size(file) == 0) {
            throw refused("FILE_EMPTY", "文件是空的，或者没有选文件", "the file is empty, or none was chosen");
        }
        String sha256 = ImportWork.sha256(file);
        var before = uploads.same(session, sha256).filter(this::stillCounts);
        if (before.isPresent()) {
            return new Sent(before.get(), true);
        }
        var none = new Trial(0, 0, 0, 0, 0, 0, 0, 0, Optional.empty());
        var upload =
                new RosterUpload(
                        entropy.id(),
                        session,
                        named(name),
                        sha256,
                        Files.size(file),
                        by.id(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Stage.WAITING,
                        none,
                        Optional.empty());
        uploads.insert(upload);
        pieces.keep(upload.id(), file);
        return new Sent(upload, false);
    }

    /** What was taken back may be sent again. */
    private boolean stillCounts(RosterUpload upload) {
        return upload.roster()
                .flatMap(rosters::imported)
                .map(roster -> roster.takenBackAt().isEmpty())
                .orElse(true);
    }

    private static String named(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return plain.isEmpty() ? "roster" : plain.substring(0, Math.min(120, plain.length()));
    }

    /**
     * An upload as it stands; looking at one that waits, or whose worker is gone, sets it to work.
     *
     * @throws NoSuchElementException when there is none
     */
    public RosterUpload look(UUID id) {
        var upload = found(id);
        if (upload.stage() == Stage.WAITING || upload.stage() == Stage.READING) {
            work.tryOut(upload);
        }
        return upload;
    }

    /** What the trial found, the first of each kind. */
    public List<Finding> findings(UUID id) {
        return uploads.findings(id);
    }

    /** Not yet imported or dropped, newest first. */
    public List<RosterUpload> open() {
        return uploads.open();
    }

    /**
     * Imports a sound file in the background.
     *
     * @param seen whether the person has looked at the conflicts, where there are any
     * @param by an analyst
     * @throws Unreadable when it is not sound, or conflicts were not looked at
     */
    public void take(UUID id, boolean seen, Officer by) {
        by.must(Role.ANALYST);
        var upload = found(id);
        if (upload.stage() != Stage.SOUND && upload.stage() != Stage.IMPORTING) {
            throw refused("UPLOAD_NOT_SOUND", "这份文件还不能导入", "this file cannot be imported yet");
        }
        if (upload.trial().conflicts() > 0 && !seen) {
            throw refused(
                    "CONFLICTS_UNSEEN", "有冲突，请看过后勾选", "there are conflicts: look at them and tick");
        }
        work.take(upload, by);
    }

    /** Forgets the file; a roster already imported from it stays. */
    @Transactional
    public void drop(UUID id, Officer by) {
        by.must(Role.ANALYST);
        if (!uploads.drop(found(id).id())) {
            throw refused(
                    "UPLOAD_IMPORTED", "已经导入，请在名册那里撤回", "it is imported: take the roster back");
        }
        pieces.forget(id);
    }

    /**
     * The person's own file back with what is wrong in red.
     *
     * @param by who sent it
     * @return a file for the caller to remove
     * @throws NoSuchElementException when it is somebody else's, or nothing is wrong with it
     */
    public Path errors(UUID id, Officer by) throws IOException {
        var upload = found(id);
        if (!upload.by().equals(by.id()) || upload.stage() != Stage.FAULTY) {
            throw new NoSuchElementException("no such workbook");
        }
        return work.errors(upload);
    }

    private RosterUpload found(UUID id) {
        return uploads.find(id).orElseThrow(() -> new NoSuchElementException("no such upload"));
    }

    private static Unreadable refused(String code, String zh, String en) {
        return new Unreadable(
                Fault.of(code, new Words(zh, en), new Words("请核对后再办", "check it and try again")));
    }
}
