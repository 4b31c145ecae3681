package cutscore.server.notice;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.csv.Headings;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.Contact;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contacts that come with a roster: {@code admission_number,mobile,email}. */
@Component
class ContactFiles {
    private static final int MOST_FAULTS = 50;
    private static final String NUMBER = "admission_number";
    private static final Map<String, String> HEADINGS =
            Map.of(
                    NUMBER, NUMBER, "准考证号", NUMBER, "mobile", "mobile", "手机号", "mobile", "手机",
                    "mobile", "email", "email", "电子邮箱", "email", "邮箱", "email");

    private final ContactTable table;
    private final Entropy entropy;
    private final InstantSource clock;

    ContactFiles(ContactTable table, Entropy entropy, InstantSource clock) {
        this.table = table;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * Imports a file; a row for a known admission number takes the place of the one before.
     *
     * @param by an analyst of the centre
     * @return how many rows it had
     * @throws Unreadable with every fault of the file (the first 50); nothing is left of it
     */
    @Transactional
    public int importFile(SessionId session, CsvSource source, Officer by) {
        by.must(Role.ANALYST);
        var file = entropy.id();
        try (var reader = new CsvReader(source)) {
            int rows = read(reader, session, file);
            var imported =
                    new ContactTable.Imported(session, reader.sha256(), rows, clock.instant());
            table.note(file, imported, by.id());
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int read(CsvReader reader, SessionId session, java.util.UUID file) throws IOException {
        reader.next();
        var headings = new Headings(reader, HEADINGS, List.of(NUMBER));
        if (!headings.faults().isEmpty()) {
            throw new Unreadable(headings.faults());
        }
        var faults = new ArrayList<Fault>();
        int rows = 0;
        while (reader.next() && faults.size() < MOST_FAULTS) {
            var row = row(reader, headings, faults);
            if (faults.isEmpty() && row.isPresent()) {
                table.put(session, row.get(), file);
                rows++;
            }
        }
        if (!faults.isEmpty()) {
            throw new Unreadable(faults);
        }
        if (rows == 0) {
            throw new Unreadable(
                    Fault.of(
                            "NO_ROWS",
                            new Words("文件里没有一行联系方式", "the file holds no contact"),
                            new Words("请核对文件", "check the file")));
        }
        return rows;
    }

    private static Optional<ContactTable.Row> row(
            CsvReader reader, Headings headings, List<Fault> faults) {
        if (reader.fault().isPresent()) {
            faults.add(reader.fault().get());
            return Optional.empty();
        }
        String number = text(reader, headings, NUMBER);
        if (number.isEmpty() || number.length() > 32) {
            faults.add(
                    fault(reader, headings, NUMBER, new Words("准考证号为空或太长", "no admission number")));
        }
        var mobile = contact(reader, headings, "mobile", Contact.Channel.SMS, faults);
        var email = contact(reader, headings, "email", Contact.Channel.EMAIL, faults);
        return Optional.of(new ContactTable.Row(number, mobile, email));
    }

    private static Optional<Contact> contact(
            CsvReader reader,
            Headings headings,
            String column,
            Contact.Channel channel,
            List<Fault> faults) {
        String typed = text(reader, headings, column);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var read = Contact.of(typed).filter(contact -> contact.channel() == channel);
        if (read.isEmpty()) {
            faults.add(
                    fault(
                            reader,
                            headings,
                            column,
                            channel == Contact.Channel.SMS
                                    ? new Words("不是手机号", "not a mobile number")
                                    : new Words("不是电子邮箱", "not an e-mail address")));
        }
        return read;
    }

    private static String text(CsvReader reader, Headings headings, String column) {
        int index = headings.column(column);
        return index < 0 || index >= reader.size() ? "" : reader.text(index).strip();
    }

    private static Fault fault(CsvReader reader, Headings headings, String column, Words what) {
        return reader.fault(
                "CONTACT",
                Math.max(0, headings.column(column)),
                column,
                what,
                new Words("改正这一格，或留空", "mend the cell, or leave it empty"));
    }
}
