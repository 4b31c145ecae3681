package cutscore.server.notice;

import cutscore.kernel.id.SessionId;
import cutscore.server.access.Contact;
import cutscore.server.database.FieldCipher;
import cutscore.server.database.FieldCiphers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts that came with a roster; each is sealed in its own row. */
@Component("noticeContactTable")
final class ContactTable {
    private final JdbcClient sql;
    private final FieldCipher cipher;

    ContactTable(JdbcClient sql, FieldCiphers ciphers) {
        this.sql = sql;
        this.cipher = ciphers.forPurpose("contact-file");
    }

    /** A file that was imported. */
    record Imported(SessionId session, String sha256, int rows, Instant at) {}

    /** One row of a file. */
    record Row(String admissionNumber, Optional<Contact> mobile, Optional<Contact> email) {
        /** Tells nothing of it. */
        @Override
        public String toString() {
            return "Row";
        }
    }

    void put(SessionId session, Row row, UUID file) {
        sql.sql(
                        """
                        INSERT INTO notice.contact (session, admission_number, email, mobile, file)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (session, admission_number) DO UPDATE
                        SET email = excluded.email, mobile = excluded.mobile, file = excluded.file
                        """)
                .param(session.value())
                .param(row.admissionNumber())
                .param(sealed(session, row, row.email()))
                .param(sealed(session, row, row.mobile()))
                .param(file)
                .update();
    }

    private byte @org.jspecify.annotations.Nullable [] sealed(
            SessionId session, Row row, Optional<Contact> contact) {
        return contact.map(
                        c ->
                                cipher.seal(
                                        c.address(),
                                        bound(session, row.admissionNumber(), c.channel())))
                .orElse(null);
    }

    List<Contact> of(SessionId session, String admissionNumber) {
        return sql.sql(
                        """
                        SELECT email, mobile FROM notice.contact
                        WHERE session = ? AND admission_number = ?
                        """)
                .params(session.value(), admissionNumber)
                .query((row, _) -> opened(row, session, admissionNumber))
                .optional()
                .orElse(List.of());
    }

    private List<Contact> opened(ResultSet row, SessionId session, String admissionNumber)
            throws SQLException {
        var all = new ArrayList<Contact>();
        for (var channel : Contact.Channel.values()) {
            byte[] sealed = row.getBytes(channel == Contact.Channel.EMAIL ? "email" : "mobile");
            if (sealed != null) {
                String bound = bound(session, admissionNumber, channel);
                all.add(new Contact(channel, cipher.openText(sealed, bound)));
            }
        }
        return all;
    }

    private static String bound(
            SessionId session, String admissionNumber, Contact.Channel channel) {
        return "notice.contact/" + session + "/" + admissionNumber + "/" + channel;
    }

    void note(UUID file, Imported imported, UUID by) {
        sql.sql(
                        """
                        INSERT INTO notice.contact_file
                            (id, session, sha256, rows, imported_by, imported_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        file,
                        imported.session().value(),
                        imported.sha256(),
                        imported.rows(),
                        by,
                        imported.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Imported> files() {
        return sql.sql(
                        """
                        SELECT session, sha256, rows, imported_at FROM notice.contact_file
                        ORDER BY imported_at DESC
                        """)
                .query(
                        (row, _) ->
                                new Imported(
                                        new SessionId(row.getString("session")),
                                        row.getString("sha256"),
                                        row.getInt("rows"),
                                        row.getObject("imported_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }
}
