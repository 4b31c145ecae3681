package cutscore.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.server.ModuleTest;
import cutscore.server.database.ScriptedClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that come in pieces over a line that breaks. */
@ModuleTest
class UploadsTests {
    @Autowired EvidenceFiles files;
    @Autowired Incoming incoming;
    @Autowired UploadTable table;
    @Autowired Examination examination;
    @Autowired Housekeeping housekeeping;
    @Autowired SealedFolder folder;
    @Autowired ScriptedClock clock;

    private final UUID owner = UUID.randomUUID();
    private final byte[] photo = Sample.photo(700, 500, 7);

    private UploadProgress begun(byte[] file, String key) {
        var begun = files.begin(EvidenceOwner.of(owner), "employment", "p.jpg", file.length, key);
        assertThat(begun).isInstanceOf(EvidenceFiles.Begun.Going.class);
        return ((EvidenceFiles.Begun.Going) begun).progress();
    }

    private UploadProgress piece(UploadProgress of, long offset, byte[] file, int length) {
        int end = (int) Math.min(file.length, offset + length);
        var body = new ByteArrayInputStream(Arrays.copyOfRange(file, (int) offset, end));
        return files.piece(of.id(), owner, offset, body);
    }

    /** The line breaks after some bytes of the piece. */
    private static InputStream cutAfter(byte[] bytes, int length) {
        return new SequenceInputStream(
                new ByteArrayInputStream(bytes, 0, Math.min(length, bytes.length)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the line broke");
                    }

                    @Override
                    public int read(byte[] to, int from, int most) throws IOException {
                        return read();
                    }
                });
    }

    @Test
    void anUploadGoesOnAfterACutAtEveryPlaceAndEndsAsOneFile() {
        long seed = new Random().nextLong();
        System.out.println("cuts of an upload, seed " + seed);
        var random = new Random(seed);
        var going = begun(photo, "key-" + UUID.randomUUID());
        while (going.outcome().isEmpty()) {
            int offset = (int) going.offset();
            int overlap = random.nextInt(Math.min(offset, 900) + 1);
            byte[] rest = Arrays.copyOfRange(photo, offset - overlap, photo.length);
            int cut = random.nextInt(overlap + 3000);
            var answer = files.piece(going.id(), owner, offset - overlap, cutAfter(rest, cut));
            assertThat(answer.offset())
                    .isEqualTo(Math.max(offset, Math.min(photo.length, offset - overlap + cut)));
            going = files.offset(going.id(), owner);
            if (going.examining()) {
                examination.await(going.id(), Duration.ofSeconds(20));
                going = files.offset(going.id(), owner);
            }
        }
        assertThat(going.outcome().orElseThrow()).isInstanceOf(Taken.Stored.class);
        assertThat(files.of(EvidenceOwner.of(owner))).hasSize(1);
        assertThat(incoming.path(going.id())).doesNotExist();
    }

    @Test
    void aPieceSentTwiceCountsOnceAndAGapIsRefusedWithTheTrueOffset() throws IOException {
        var going = begun(photo, "twice-" + UUID.randomUUID());
        assertThat(piece(going, 0, photo, 1000).offset()).isEqualTo(1000);
        assertThat(piece(going, 0, photo, 1000).offset()).isEqualTo(1000);
        assertThat(piece(going, 500, photo, 1000).offset()).isEqualTo(1500);
        var gap = piece(going, 1501, photo, 1000);
        assertThat(gap.gap()).isTrue();
        assertThat(gap.offset()).isEqualTo(1500);
        assertThat(begun(photo, "other-" + UUID.randomUUID()).id()).isNotEqualTo(going.id());
        byte[] onDisk = Files.readAllBytes(incoming.path(going.id()));
        assertThat(new String(onDisk, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
    }

    @Test
    void oneKeyIsOneUploadHoweverOftenItBegins() {
        String key = "same-" + UUID.randomUUID();
        var first = begun(photo, key);
        piece(first, 0, photo, 2000);
        var again = begun(photo, key);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.offset()).isEqualTo(2000);
        assertThat(files.begin(EvidenceOwner.of(owner), "employment", "p.jpg", 77, key))
                .isEqualTo(new EvidenceFiles.Begun.Refused(EvidenceRefusal.KEY_REUSED));
    }

    @Test
    void aWriteThatWasCutIsWrittenOver() throws IOException {
        var going = begun(photo, "torn-" + UUID.randomUUID());
        piece(going, 0, photo, 5000);
        Files.write(incoming.path(going.id()), new byte[333], StandardOpenOption.APPEND);
        var end = piece(going, 5000, photo, photo.length);
        assertThat(end.outcome().orElseThrow()).isInstanceOf(Taken.Stored.class);
    }

    @Test
    void aPieceThatWasChangedOnTheDiskIsNoticed() throws IOException {
        var going = begun(photo, "changed-" + UUID.randomUUID());
        piece(going, 0, photo, 5000);
        piece(going, 5000, photo, 5000);
        var upload = table.find(going.id()).orElseThrow();
        byte[] onDisk = Files.readAllBytes(incoming.path(going.id()));
        onDisk[100] ^= 1;
        Files.write(incoming.path(going.id()), onDisk);
        assertThatThrownBy(() -> incoming.read(upload)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherOwnerFindsNoSuchUpload() {
        var going = begun(photo, "mine-" + UUID.randomUUID());
        var other = UUID.randomUUID();
        assertThatThrownBy(() -> files.offset(going.id(), other))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> files.piece(going.id(), other, 0, new ByteArrayInputStream(photo)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whatCannotBeTakenIsSaidBeforeAByteIsRead() {
        assertThat(refusal(0, "a.jpg")).isEqualTo(EvidenceRefusal.EMPTY);
        assertThat(refusal(EvidenceFiles.MOST_BYTES + 1, "a.jpg"))
                .isEqualTo(EvidenceRefusal.TOO_LARGE);
        assertThat(refusal(9, "a.html")).isEqualTo(EvidenceRefusal.OTHER_ENDING);
        for (int i = 0; i < 3; i++) {
            var begun =
                    files.begin(
                            EvidenceOwner.of(owner),
                            "employment",
                            "a.pdf",
                            10 << 20,
                            "k".repeat(9) + i);
            assertThat(begun).isInstanceOf(EvidenceFiles.Begun.Going.class);
        }
        assertThat(refusal(1, "a.jpg")).isEqualTo(EvidenceRefusal.NO_SPACE);
    }

    private EvidenceRefusal refusal(long size, String name) {
        var begun =
                files.begin(
                        EvidenceOwner.of(owner),
                        "employment",
                        name,
                        size,
                        "key-" + UUID.randomUUID());
        return ((EvidenceFiles.Begun.Refused) begun).why();
    }

    @Test
    void theFirstBytesSayAlreadyThatItIsNoPicture() {
        byte[] html =
                "<html><script>alert(1)</script>".repeat(9000).getBytes(StandardCharsets.UTF_8);
        var going = begun(html, "html-" + UUID.randomUUID());
        var answer = piece(going, 0, html, 100);
        assertThat(answer.outcome()).contains(new Taken.Refused(EvidenceRefusal.OTHER_KIND));
    }

    @Test
    void whatNobodyTouchesIsGivenUpAndWhatNoRowKnowsIsClearedAway() throws IOException {
        var going = begun(photo, "left-" + UUID.randomUUID());
        piece(going, 0, photo, 5000);
        var whole =
                files.whole(
                        EvidenceOwner.of(owner), "other", "a.jpg", new ByteArrayInputStream(photo));
        var kept = ((Taken.Stored) whole).file();
        var orphan = folder.path(UUID.fromString("00000000-0000-4000-8000-00000000000a"));
        Files.createDirectories(orphan.getParent());
        Files.write(orphan, new byte[9]);
        var young = folder.path(UUID.fromString("00000000-0000-4000-8000-00000000000b"));
        Files.write(young, new byte[9]);
        var strays = List.of(folder.path().resolve(".DS_Store"), orphan.resolveSibling("notes"));
        for (var stray : strays) {
            Files.write(stray, new byte[9]);
            Files.setLastModifiedTime(stray, FileTime.fromMillis(0));
        }
        Files.createDirectories(folder.path().resolve("lost+found"));
        for (var old : List.of(orphan, folder.path(kept.id()), incoming.path(going.id()))) {
            Files.setLastModifiedTime(old, FileTime.fromMillis(0));
        }
        housekeeping.tidy();
        assertThat(orphan).doesNotExist();
        assertThat(strays).as("nobody's to judge").allMatch(Files::exists);
        assertThat(young).exists();
        assertThat(files.open(kept.id()).bytes()).isNotEmpty();
        assertThat(incoming.path(going.id())).exists();
        clock.advance(Housekeeping.GIVEN_UP.plusSeconds(1));
        housekeeping.tidy();
        assertThat(incoming.path(going.id())).doesNotExist();
        assertThat(piece(going, 5000, photo, 9).outcome())
                .contains(new Taken.Refused(EvidenceRefusal.KEY_REUSED));
    }

    @Test
    void anExaminationThatAStopCutOffIsTakenUpAgain() {
        var going = begun(photo, "stopped-" + UUID.randomUUID());
        var upload = table.find(going.id()).orElseThrow();
        long onDisk = incoming.append(upload, photo);
        table.advance(
                going.id(), photo.length, onDisk, UploadTable.Stage.EXAMINING, clock.instant());
        housekeeping.tidy();
        examination.await(going.id(), Duration.ofSeconds(20));
        assertThat(files.offset(going.id(), owner).outcome().orElseThrow())
                .isInstanceOf(Taken.Stored.class);
    }
}
