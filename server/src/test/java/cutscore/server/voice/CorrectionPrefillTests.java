package cutscore.server.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Role;
import cutscore.server.access.Visitor;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.OpenSession;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import cutscore.server.voice.Rating.Occasion;
import cutscore.server.voice.Rating.Word;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A disputed fact is a request of its own: what was asked for and refused never comes back as an
 * answer, and nothing is corrected by asking.
 */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class CorrectionPrefillTests {
    private static final DivisionCode YUNNAN = new DivisionCode("530000");
    private static final Pattern FIELDS = Pattern.compile("<(input|textarea)[^>]*>[^<]*");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Map<String, OpenSession> OPENED = new HashMap<>();
    private static int accounts;

    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Corrections corrections;
    @Autowired Ratings ratings;
    @Autowired Ledger ledger;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    private OpenSession session;

    @BeforeEach
    void aSessionIsOpen() throws IOException {
        if (OPENED.isEmpty()) {
            OPENED.put("one", OpenSession.of("2087-1", exams, rosters, clock, folder));
        }
        session = Objects.requireNonNull(OPENED.get("one"));
    }

    @Test
    void aRefusedRequestIsShownAsRefusedAndNeverPrefilled() {
        var visitor = signedIn("IN");
        var page = visitor.get("/me/corrections").body();
        assertThat(page).contains("名册上：虚构IN").doesNotContain("提过的申请");
        var form = Map.of("fact", "NAME", "wanted", "虚构改", "why", "证上是改", "key", key(page));
        assertThat(visitor.post("/me/corrections", form).statusCode()).isEqualTo(302);
        long acts = ledger.size();
        assertThat(visitor.post("/me/corrections", form).statusCode()).isEqualTo(302);
        assertThat(ledger.size()).isEqualTo(acts);
        assertThat(visitor.get("/me/corrections").body()).contains("等待核对", "虚构改");
        nothingIsPrefilled(visitor);

        var asked = corrections.of(session.id(), "IN").getFirst();
        corrections.answer(asked.id(), false, "身份证复印件与名册一致", "", lead());
        assertThat(visitor.get("/me/corrections").body())
                .contains("没有同意", "身份证复印件与名册一致", "省级审核负责人");
        nothingIsPrefilled(visitor);
        assertThat(visitor.get("/me").body()).doesNotContain("虚构改");
        assertThat(rosters.find(session.id(), "IN").orElseThrow().name()).isEqualTo("虚构IN");
    }

    private static void nothingIsPrefilled(Visitor visitor) {
        var fields = FIELDS.matcher(visitor.get("/me/corrections").body());
        while (fields.find()) {
            assertThat(fields.group()).doesNotContain("虚构改", "证上是改");
        }
        assertThat(visitor.get("/me/declare/you").body()).doesNotContain("虚构改");
    }

    @Test
    void whatWasTypedAndCannotBeTakenIsNotLost() {
        var visitor = signedIn("OUT");
        var key = key(visitor.get("/me/corrections").body());
        var same = Map.of("fact", "NAME", "wanted", "虚构OUT", "why", "怪", "key", key);
        var answer = visitor.post("/me/corrections", same);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("没有要改的", "value=\"虚构OUT\"", ">怪</textarea>");
    }

    @Test
    void anotherRequestOnTheSamePageIsNotAnsweredAsTheFirst() {
        var visitor = signedIn("GANSU");
        var key = key(visitor.get("/me/corrections").body());
        var name = Map.of("fact", "NAME", "wanted", "虚构更", "why", "", "key", key);
        assertThat(visitor.post("/me/corrections", name).statusCode()).isEqualTo(302);
        var place = Map.of("fact", "PLACE", "wanted", "康定市", "why", "户口", "key", key);
        var refused = visitor.post("/me/corrections", place);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("已经提交过另一份申请", "value=\"康定市\"", ">户口</textarea>")
                .doesNotContain(key);
        var once = new HashMap<>(place);
        once.put("key", key(refused.body()));
        assertThat(visitor.post("/me/corrections", once).statusCode()).isEqualTo(302);
        assertThat(corrections.of(session.id(), "GANSU"))
                .extracting(Correction::fact)
                .contains(Fact.NAME, Fact.PLACE);
        assertThatThrownBy(() -> corrections.ask(session.id(), "MET", Fact.NAME, "虚构更", "", key))
                .as("somebody else's key")
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void onlyALeadOfTheProvinceAnswersOnceAndAnAcceptanceNamesWhatToDo() {
        var asked = corrections.ask(session.id(), "TWICE", Fact.MARKS, "45、41", "", "marks-key-1");
        assertThat(asked.province()).isEqualTo(OpenSession.SICHUAN);
        assertThat(asked.stands()).isEqualTo("40、41");
        assertThatThrownBy(
                        () ->
                                corrections.ask(
                                        session.id(), "TWICE", Fact.MARKS, "60", "", "marks-key-2"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("等待核对");
        var elsewhere = OpenSession.officer(Role.REVIEW_LEAD, YUNNAN);
        assertThatThrownBy(() -> corrections.answer(asked.id(), true, "对", "改", elsewhere))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(
                        () ->
                                corrections.answer(
                                        asked.id(), true, "对", "改", OpenSession.reviewer()))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> corrections.answer(asked.id(), true, "答卷核对无误", " ", lead()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("名册不会自己改");
        long before = ledger.size();
        var lead = lead();
        var given = corrections.answer(asked.id(), true, "答卷核对", "报考试中心更正名册", lead);
        assertThat(given.answer().orElseThrow().officer()).isEqualTo(lead.id());
        assertThat(ledger.size()).isEqualTo(before + 1);
        assertThatThrownBy(() -> corrections.answer(asked.id(), false, "再想想", "", lead()))
                .isInstanceOf(Unreadable.class);
        assertThat(ledger.size()).isEqualTo(before + 1);
        assertThatThrownBy(() -> sql.sql("UPDATE voice.correction SET wanted = 'x'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void oneTapRatesAndTheWordCanBeChangedOnce() {
        var visitor = signedIn("YUNNAN");
        assertThat(rate(visitor, "GOOD", "")).isEqualTo(302);
        assertThat(rate(visitor, "GOOD", "")).isEqualTo(302);
        assertThat(visitor.get("/me/rating?occasion=result").body())
                .contains("满意", "可以改一次")
                .doesNotContain("哪里不满意");
        assertThat(rate(visitor, "VERY_POOR", "")).isEqualTo(302);
        assertThat(visitor.get("/me/rating?occasion=result").body()).contains("哪里不满意");
        assertThat(rate(visitor, "VERY_POOR", "等了很久")).isEqualTo(302);
        assertThat(rate(visitor, "GOOD", "")).isEqualTo(422);
        assertThat(rate(visitor, "WORST", "")).isEqualTo(404);

        var lead = OpenSession.officer(Role.REVIEW_LEAD, YUNNAN);
        var waiting = ratings.queue(YUNNAN, lead);
        assertThat(waiting).hasSize(1);
        assertThat(waiting.getFirst().reason()).isEqualTo("等了很久");
        assertThat(ratings.counts(YUNNAN, Occasion.RESULT))
                .containsEntry(Word.VERY_POOR, 1L)
                .containsEntry(Word.GOOD, 0L);
        var id = waiting.getFirst().id();
        assertThatThrownBy(() -> ratings.done(id, OpenSession.SICHUAN, "好", lead()))
                .isInstanceOf(Unreadable.class);
        ratings.done(id, YUNNAN, "加开窗口", lead);
        assertThat(ratings.queue(YUNNAN, lead)).isEmpty();
        assertThat(visitor.get("/me/rating?occasion=result").body()).contains("加开窗口");
    }

    private static int rate(Visitor visitor, String word, String reason) {
        var form = Map.of("occasion", "result", "word", word, "reason", reason);
        return visitor.post("/me/rating", form).statusCode();
    }

    private static cutscore.server.access.Officer lead() {
        return OpenSession.officer(Role.REVIEW_LEAD, OpenSession.SICHUAN);
    }

    private static String key(String page) {
        var found = KEY.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Visitor signedIn(String number) {
        var key = demo.key();
        String name = "voice-" + accounts++;
        demo.openExaminee(name, session.id(), number, new Words("己", "own"), key);
        var visitor = new Visitor(port);
        visitor.signIn(name, key.password());
        return visitor;
    }
}
