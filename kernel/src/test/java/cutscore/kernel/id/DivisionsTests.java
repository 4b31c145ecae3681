package cutscore.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DivisionsTests {
    private static final LocalDate MAY_2023 = LocalDate.of(2023, 5, 27);
    private final Divisions divisions = Divisions.builtIn();

    @Test
    void aCountyOfTodayIsACounty() {
        assertThat(divisions.standing(code("513326"), MAY_2023))
                .isEqualTo(new Standing.County(code("513326")));
        assertThat(divisions.fullName(code("513326"))).isEqualTo("四川省甘孜藏族自治州道孚县");
        assertThat(divisions.fullName(code("419001"))).isEqualTo("河南省济源市");
        assertThat(divisions.fullName(code("110101"))).isEqualTo("北京市东城区");
    }

    @Test
    void anOldCodeIsMappedWithANote() {
        assertRenumbered("513321", "513301");
        assertRenumbered("513229", "513201");
        assertRenumbered("513425", "513402");
        assertRenumbered("620824", "620881");
        assertRenumbered("540422", "540481");
        assertRenumbered("540530", "540581");
        assertRenumbered("542421", "540602");
        assertRenumbered("620201", "620200");
        assertThat(divisions.currentFor(code("513326"))).isEmpty();
    }

    private void assertRenumbered(String old, String now) {
        assertThat(divisions.standing(code(old), MAY_2023))
                .isInstanceOfSatisfying(
                        Standing.Renumbered.class,
                        r -> {
                            assertThat(r.code()).isEqualTo(code(now));
                            assertThat(r.note().zh()).contains(old).contains(now);
                        });
        assertThat(divisions.currentFor(code(old)).orElseThrow().code()).isEqualTo(code(now));
    }

    @Test
    void aPrefectureWithoutCountiesCountsAsOneCounty() {
        for (String one : List.of("441900", "442000", "460400", "620200")) {
            assertThat(divisions.standing(code(one), MAY_2023)).isInstanceOf(Standing.County.class);
            assertThat(divisions.counties(code(one))).hasSize(1);
        }
    }

    @Test
    void aProvinceOrAPrefectureWithCountiesSaysNoCounty() {
        for (String one :
                List.of("510000", "513300", "110100", "500200", "710000", "810000", "632857")) {
            assertThat(divisions.standing(code(one), MAY_2023))
                    .as(one)
                    .isEqualTo(new Standing.CountyNotKnown(code(one)));
        }
    }

    @Test
    void aUnitOfTheStatisticsOnlyAndACodeOfNothingAreUnknown() {
        for (String one : List.of("540171", "620171", "999999", "519999")) {
            assertThat(divisions.standing(code(one), MAY_2023))
                    .isInstanceOf(Standing.Unknown.class);
        }
    }

    @Test
    void aCountyMadeLaterIsUnknownBeforeItsDay() {
        assertThat(divisions.standing(code("653228"), MAY_2023))
                .isInstanceOfSatisfying(
                        Standing.Unknown.class,
                        u -> assertThat(u.why().zh()).contains("和康县").contains("2024-12-27"));
        assertThat(divisions.standing(code("653229"), LocalDate.of(2025, 5, 24)))
                .isInstanceOf(Standing.County.class);
        assertThat(divisions.counties(code("653200"), MAY_2023)).hasSize(8);
        assertThat(divisions.counties(code("653200"))).hasSize(10);
    }

    @Test
    void theCountiesOfAParentStandInCodeOrder() {
        assertThat(divisions.counties(code("513300"))).hasSize(18);
        assertThat(divisions.counties(code("540000"))).hasSize(74);
        assertThat(divisions.counties(code("513326")))
                .containsExactly(new Division(code("513326"), "道孚县"));
        assertThat(divisions.counties(code("999900"))).isEmpty();
        assertThat(divisions.counties(code("500000"))).hasSize(38);
        assertThat(divisions.all()).isSortedAccordingTo((a, b) -> a.code().compareTo(b.code()));
    }

    @Test
    void everyFormerCodeLeadsToAUnitOfTodayAndIsNoneItself() {
        for (var row : DivisionFiles.rows("division-changes.csv")) {
            var change = FormerDivision.of(row);
            assertThat(divisions.find(change.now())).as(row.toString()).isPresent();
            assertThat(divisions.find(change.now()).orElseThrow().name()).isEqualTo(row.get(3));
            assertThat(change.old().province()).isEqualTo(change.now().province());
        }
    }

    private static DivisionCode code(String value) {
        return new DivisionCode(value);
    }
}
