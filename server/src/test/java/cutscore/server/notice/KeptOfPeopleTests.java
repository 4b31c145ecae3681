package cutscore.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.SessionId;
import cutscore.server.ModuleTest;
import cutscore.server.access.Contact;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of people who are told: contacts sealed in their rows, tokens as digests. */
@ModuleTest
class KeptOfPeopleTests {
    private static final SessionId SESSION = new SessionId("2066-1");

    @Autowired ContactFiles files;
    @Autowired PersonTable people;
    @Autowired Tokens tokens;
    @Autowired JdbcClient sql;

    @Test
    void contactsAreSealedInTheirRowsAndFaultsNameTheCell() {
        contacts("U1,+86 138-0000-0003,u1@example.org\n");
        var kept =
                sql.sql("SELECT email FROM notice.contact WHERE admission_number = 'U1'")
                        .query(byte[].class)
                        .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("u1@");
        assertThatThrownBy(() -> contacts("U2,12345,u2@example.org\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("不是手机号")
                .hasMessageNotContaining("u2@example.org");
        assertThat(
                        sql.sql("SELECT count(*) FROM notice.contact WHERE admission_number = 'U2'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void anotherFeedAddressVoidsTheOldOne() {
        String digest = "ab".repeat(32);
        var person = people.person(digest);
        String old = tokens.feed(digest, 0);
        assertThat(people.byFeed(old)).isPresent();
        people.renew(person);
        assertThat(people.byFeed(old)).isEmpty();
        assertThat(people.byFeed(tokens.feed(digest, 1))).isPresent();
        assertThat(old).hasSize(32).isNotEqualTo(tokens.feed(digest, 1));
        assertThat(PersonTable.isWanted(List.of(), Kind.CODE, Contact.Channel.SMS)).isTrue();
        var no = new PersonTable.Choice(Kind.REMINDER, Contact.Channel.EMAIL, false);
        assertThat(PersonTable.isWanted(List.of(no), Kind.REMINDER, Contact.Channel.EMAIL))
                .isFalse();
    }

    private void contacts(String rows) {
        var analyst = new Officer(UUID.randomUUID(), "员", Set.of(Role.ANALYST), Optional.empty());
        files.importFile(
                SESSION,
                CsvSource.of("contacts.csv", "admission_number,mobile,email\n" + rows),
                analyst);
    }
}
