package cutscore.server.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.server.ModuleTest;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.area.AreaAnswer.In;
import cutscore.server.area.AreaAnswer.NotKnown;
import cutscore.server.area.AreaAnswer.Out;
import cutscore.server.area.AreaHit.Match;
import cutscore.server.database.ScriptedClock;
import cutscore.server.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class AreasTests {
    private static final LocalDate EXAM = LocalDate.of(2023, 5, 27);
    private static final Officer PUBLISHER = publisher();

    @Autowired Areas areas;
    @Autowired LawBook lawBook;
    @Autowired Ledger ledger;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;

    @Test
    void theLawBookKnowsThreeHundredAndThreeCountiesAndIsRecordedOnce() {
        long acts = ledger.size();
        lawBook.record();
        assertThat(ledger.size()).isEqualTo(acts);
        assertThat(
                        sql.sql(
                                        "SELECT count(DISTINCT division) FROM area.line_area l JOIN"
                                            + " area.document d ON d.id = l.document WHERE d.key IN"
                                            + " ('mohrss-2022-25', 'key-counties-2021')")
                                .query(Long.class)
                                .single())
                .isEqualTo(303);
    }

    @Test
    void everyCountyOfTheLawBookIsACountyOfTheDivisionTable() {
        assertThat(areas.inForce(EXAM))
                .allMatch(code -> Divisions.builtIn().isCounty(code))
                .doesNotContain(code("540171"), code("632857"));
    }

    @Test
    void aCountyMayBeAnAreaOnSeveralGroundsAtOnce() {
        assertThat(areas.ask(code("513326"), EXAM))
                .isInstanceOfSatisfying(
                        In.class,
                        in -> {
                            assertThat(in.name()).isEqualTo("道孚县");
                            assertThat(in.since()).isEqualTo("2023-01-01");
                            assertThat(in.grounds())
                                    .extracting(d -> d.ground().zh())
                                    .contains("国家乡村振兴重点帮扶县", "四省涉藏州县");
                            assertThat(in.grounds())
                                    .flatExtracting(d -> d.document().numbers())
                                    .contains("人社厅发〔2022〕25号");
                        });
    }

    @Test
    void whereOurListIsIncompleteTheAnswerIsNotKnownAndNeverNo() {
        assertThat(areas.ask(code("530102"), EXAM)).isInstanceOf(NotKnown.class);
        assertThat(areas.ask(code("640422"), EXAM)).isInstanceOf(NotKnown.class);
        assertThat(areas.ask(code("530628"), EXAM)).isInstanceOf(In.class);
        for (String province : List.of("530000", "640000")) {
            for (Division county : Divisions.builtIn().counties(code(province))) {
                assertThat(areas.ask(county.code(), EXAM)).isNotInstanceOf(Out.class);
            }
        }
    }

    @Test
    void countiesMadeAfterTheListAreNotKnownEither() {
        assertThat(areas.ask(code("653228"), LocalDate.of(2026, 1, 1)))
                .isInstanceOf(NotKnown.class);
    }

    @Test
    void elsewhereACountyOnNoListIsNoArea() {
        assertThat(areas.ask(code("510107"), EXAM)).isInstanceOf(Out.class);
        assertThat(areas.ask(code("110101"), EXAM)).isInstanceOf(Out.class);
    }

    @Test
    void beforeTheSchemeBeganNothingWasAnArea() {
        assertThat(areas.ask(code("513326"), LocalDate.of(2022, 12, 31))).isInstanceOf(Out.class);
    }

    @Test
    void anOldCodeIsAnsweredForTheCountyThatTookItsPlace() {
        assertThat(areas.ask(code("513321"), EXAM))
                .isInstanceOfSatisfying(
                        In.class, in -> assertThat(in.code()).isEqualTo(code("513301")));
    }

    @Test
    void aPrefectureIsAnsweredCountyByCounty() {
        assertThat(areas.ask(code("511100"), EXAM))
                .isInstanceOfSatisfying(
                        AreaAnswer.Counties.class,
                        leshan -> {
                            assertThat(leshan.counties()).hasSize(11);
                            assertThat(leshan.areas())
                                    .extracting(In::code)
                                    .containsExactly(
                                            code("511113"), code("511132"), code("511133"));
                        });
    }

    @Test
    void aCodeThatNoDivisionHasIsSaidToBeNone() {
        assertThat(areas.ask(code("990101"), EXAM)).isInstanceOf(AreaAnswer.NoSuchDivision.class);
    }

    @Test
    void whatWasNotRecordedYetWasNotKnownThen() {
        var before =
                sql.sql("SELECT min(recorded_at) FROM area.line_area")
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant()
                        .minusSeconds(1);
        assertThat(areas.ask(code("513326"), EXAM, before)).isInstanceOf(NotKnown.class);
    }

    @Test
    void aCountyThatStopsBeingAnAreaStaysOneAsKnownBefore() {
        var county = code("150422");
        var on = LocalDate.of(2026, 6, 1);
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        int ended =
                areas.end(
                        county,
                        LocalDate.of(2025, 12, 31),
                        new Designation.Document(
                                "测试用名单调整", "测试机关", List.of(), Optional.empty(), Optional.empty()),
                        PUBLISHER,
                        publisher());
        assertThat(ended).isEqualTo(1);
        assertThat(areas.ask(county, on)).isInstanceOf(Out.class);
        assertThat(areas.ask(county, on, before)).isInstanceOf(In.class);
        assertThat(areas.ask(county, EXAM)).isInstanceOf(In.class);
    }

    @Test
    void theLawBookIsOnlyEverAddedTo() {
        assertThatThrownBy(() -> sql.sql("UPDATE area.line_area SET clause = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("DELETE FROM " + "area.line_area").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aSearchFindsByCodeNameShortNameOldNameAndPart() {
        assertThat(first("513326")).isEqualTo(Match.CODE);
        assertThat(first("513321")).isEqualTo(Match.FORMER_CODE);
        assertThat(first("道孚县")).isEqualTo(Match.NAME);
        assertThat(first("峨边县")).isEqualTo(Match.NAME);
        assertThat(first("康定县")).isEqualTo(Match.NAME);
        assertThat(areas.search("彝族自治县")).isNotEmpty();
        assertThat(areas.search("")).isEmpty();
        assertThat(areas.search("x".repeat(5000))).isEmpty();
    }

    @Test
    void aSearchForAMisspeltNameSuggestsTheRightOne() {
        var hits = areas.search("道浮县");
        assertThat(hits).isNotEmpty().allMatch(hit -> hit.how() == Match.SUGGESTION);
        assertThat(hits).extracting(hit -> hit.answer().code()).contains(code("513326"));
        assertThat(hits).extracting(AreaHit::fullName).contains("四川省甘孜藏族自治州道孚县");
    }

    @Test
    void listsOfLineAreasNeedNoCircular() {
        assertThat(areas.inForce(code("540000"), EXAM)).hasSize(74);
        assertThat(areas.inForce(code("650000"), EXAM)).hasSize(33);
    }

    @Test
    void onlyPublishersEndAnArea() {
        var reviewer =
                new Officer(
                        UUID.randomUUID(), "甲", Set.of(Role.REVIEWER), Optional.of(code("620000")));
        var because =
                new Designation.Document("测试", "测试", List.of(), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> areas.end(code("150422"), EXAM, because, reviewer, PUBLISHER))
                .isInstanceOf(cutscore.server.access.AccessRefused.class);
        assertThatThrownBy(() -> areas.end(code("150422"), EXAM, because, PUBLISHER, PUBLISHER))
                .isInstanceOf(cutscore.server.access.SamePerson.class);
    }

    @Test
    void aTextThatIsNoCircularIsRefused() {
        assertThatThrownBy(() -> areas.enter("今天天气很好。", PUBLISHER)).isInstanceOf(Unreadable.class);
    }

    private Match first(String text) {
        return areas.search(text).getFirst().how();
    }

    static Officer publisher() {
        return new Officer(UUID.randomUUID(), "公布员", Set.of(Role.PUBLISHER), Optional.empty());
    }

    static DivisionCode code(String value) {
        return new DivisionCode(value);
    }
}
