package cutscore.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.server.ModuleTest;
import cutscore.server.database.Gcm;
import cutscore.server.database.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is kept, how it lies on the disk, and who it belongs to. */
@ModuleTest
class EvidenceFilesTests {
    @Autowired EvidenceFiles files;
    @Autowired FileTable table;
    @Autowired SealedFolder folder;
    @Autowired Settings settings;
    @Autowired JdbcClient sql;
    @Autowired TransactionOperations transactions;

    private final UUID owner = UUID.randomUUID();

    private EvidenceFile stored(String name, byte[] bytes) throws IOException {
        var taken =
                files.whole(
                        EvidenceOwner.of(owner),
                        "employment",
                        name,
                        new ByteArrayInputStream(bytes));
        assertThat(taken).isInstanceOf(Taken.Stored.class);
        return ((Taken.Stored) taken).file();
    }

    @Test
    void whatASittingsDeclarationHoldsLeavesTheNextSittingItsSpace() {
        for (int i = 0; i < EvidenceFiles.MOST_FILES; i++) {
            attached("2021-1/1");
        }
        assertThat(files.of(EvidenceOwner.of(owner))).hasSize(EvidenceFiles.MOST_FILES);
        var next = new EvidenceOwner(owner, Optional.of("2021-2/7"));
        assertThat(begin(next)).isInstanceOf(EvidenceFiles.Begun.Going.class);
        var same = new EvidenceOwner(owner, Optional.of("2021-1/1"));
        assertThat(begin(same)).as("returned").isInstanceOf(EvidenceFiles.Begun.Going.class);
        for (int i = EvidenceFiles.MOST_FILES + 1; i < EvidenceFiles.MOST_OF_A_SITTING; i++) {
            attached("2021-1/1");
        }
        assertThat(begin(same))
                .isEqualTo(new EvidenceFiles.Begun.Refused(EvidenceRefusal.SITTING_IS_FULL));
        assertThat(begin(next)).isInstanceOf(EvidenceFiles.Begun.Going.class);
    }

    private EvidenceFiles.Begun begin(EvidenceOwner whose) {
        return files.begin(whose, "employment", "a.jpg", 99, "key-" + UUID.randomUUID());
    }

    /** A file that goes with a declaration, without the bytes, which nobody reads here. */
    private void attached(String sitting) {
        var id = UUID.randomUUID();
        var file =
                new EvidenceFile(
                        id,
                        "employment",
                        "a.jpg",
                        EvidenceFile.Kind.JPEG,
                        99,
                        1,
                        EvidenceFile.Scan.NOT_SCANNED,
                        Instant.EPOCH,
                        false);
        table.insert(new EvidenceOwner(owner, Optional.of(sitting)), file, Gcm.SM4, new byte[16]);
        assertThat(table.attach(List.of(id), owner, Instant.EPOCH)).isEqualTo(1);
    }

    @Test
    void aPictureIsMadeAnewAndKeptEncrypted() throws IOException {
        var file = stored("工作证明.png", Sample.picture("png", 300, 200));
        assertThat(files.of(EvidenceOwner.of(owner))).containsExactly(file);
        var opened = files.open(file.id());
        assertThat(opened.bytes()).startsWith(0xff, 0xd8, 0xff).hasSize((int) file.bytes());
        assertThat(file.kind()).isEqualTo(EvidenceFile.Kind.JPEG);
        assertThat(file.givenName()).isEqualTo("工作证明.png");
        byte[] onDisk = Files.readAllBytes(folder.path(file.id()));
        assertThat(new String(onDisk, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
        assertThat(folder.path(file.id())).startsWith(settings.folder().resolve("evidence"));
        assertThat(
                        sql.sql(
                                        "SELECT encode(given_name, 'escape') FROM evidence.file"
                                                + " WHERE given_name IS NOT NULL")
                                .query(String.class)
                                .list())
                .noneMatch(name -> name.contains("png"));
    }

    @Test
    void oneFilesBytesDoNotOpenAsAnothers() throws IOException {
        var first = stored("a.jpg", Sample.picture("jpg", 300, 200));
        var second = stored("b.jpg", Sample.picture("jpg", 200, 300));
        Files.copy(
                folder.path(first.id()),
                folder.path(second.id()),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> files.open(second.id())).isInstanceOf(IllegalStateException.class);
        sql.sql("ALTER TABLE evidence.file DISABLE TRIGGER file_is_kept").update();
        sql.sql(
                        "UPDATE evidence.file SET file_key = (SELECT file_key FROM evidence.file"
                                + " WHERE id = ?) WHERE id = ?")
                .param(first.id())
                .param(second.id())
                .update();
        sql.sql("ALTER TABLE evidence.file ENABLE TRIGGER file_is_kept").update();
        assertThatThrownBy(() -> files.open(second.id())).isInstanceOf(IllegalStateException.class);
        assertThat(files.open(first.id()).bytes()).isNotEmpty();
    }

    @Test
    void aDroppedFileIsForgottenAndAnAttachedOneStays() throws IOException {
        var loose = stored("a.jpg", Sample.picture("jpg", 30, 20));
        var bound = stored("b.jpg", Sample.picture("jpg", 30, 20));
        assertThat(attach(List.of(bound.id()), owner)).isTrue();
        assertThat(files.drop(loose.id(), UUID.randomUUID())).isFalse();
        assertThat(files.drop(loose.id(), owner)).isTrue();
        assertThat(files.drop(bound.id(), owner)).isFalse();
        assertThat(Path.of(folder.path(loose.id()).toString())).doesNotExist();
        assertThatThrownBy(() -> files.open(loose.id())).isInstanceOf(NoSuchElementException.class);
        assertThat(attach(List.of(loose.id()), owner)).isFalse();
        assertThat(attach(List.of(bound.id()), UUID.randomUUID())).isFalse();
        assertThat(attach(List.of(bound.id()), owner)).isTrue();
        for (String attack :
                List.of(
                        "DELETE FROM evidence.file WHERE id = ?",
                        "UPDATE evidence.file SET attached_at = NULL WHERE id = ?",
                        "UPDATE evidence.file SET dropped_at = stored_at, file_key = NULL,"
                                + " given_name = NULL WHERE id = ?")) {
            assertThatThrownBy(() -> sql.sql(attack).param(bound.id()).update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private boolean attach(List<UUID> ids, UUID whose) {
        return Boolean.TRUE.equals(transactions.execute(_ -> files.attach(ids, whose)));
    }
}
