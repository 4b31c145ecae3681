package cutscore.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DivisionNamesTests {
    private static final DivisionCode SICHUAN = new DivisionCode("510000");
    private final DivisionNames names = Divisions.builtIn().names();

    @Test
    void shortNamesMeanTheirOfficialOnes() {
        assertMeans("峨边县", "511132");
        assertMeans("阿坝州", "513200");
        assertMeans("甘孜州", "513300");
        assertMeans("凉山州", "513400");
        assertMeans("临夏州", "622900");
        assertMeans("甘南州", "623000");
        assertMeans("迪庆州", "533400");
        assertMeans("怒江州", "533300");
        assertMeans("克州", "653000");
        assertMeans("克孜勒苏", "653000");
        assertMeans("天祝县", "620623");
        assertMeans("东乡县", "622926", "620000");
        assertMeans("积石山县", "622927");
        assertMeans("木里县", "513422");
        assertMeans("鄂伦春旗", "150723");
        assertMeans("海西州", "632800");
        assertMeans("隆林县", "451031");
        assertMeans("巴塘", "513335");
    }

    @Test
    void aCountyIsNotThePrefectureOfTheSameStem() {
        assertMeans("阿坝县", "513231");
        assertMeans("甘孜县", "513328");
        assertMeans("临夏县", "622921");
        assertThat(names.named("阿坝", SICHUAN)).hasSize(2);
    }

    @Test
    void aFormerNameStillMeansItsUnit() {
        assertMeans("康定县", "513301");
        assertMeans("会理县", "513402");
        assertMeans("瓜州县", "620922");
        assertMeans("安西县", "620922");
    }

    @Test
    void anAmbiguousNameIsSettledInsideItsProvince() {
        assertThat(names.named("城关区")).hasSizeGreaterThan(1);
        assertMeans("城关区", "620102", "620000");
    }

    @Test
    void aNameOneCharacterOffIsSuggested() {
        assertThat(names.named("道乎县")).isEmpty();
        assertNearest("道乎县", "513326");
        assertNearest("若尔蓋县", "513232");
        assertNearest("马尔康", "513201");
        assertNearest("昭觉懸", "513431");
        assertThat(names.nearest("九寨县", SICHUAN))
                .extracting(Division::name)
                .containsExactly("九寨沟县", "九龙县");
        assertThat(names.nearest("某某县", SICHUAN)).isEmpty();
    }

    private void assertNearest(String written, String code) {
        var found = names.named(written, SICHUAN);
        assertThat(found.isEmpty() ? names.nearest(written, SICHUAN) : found)
                .extracting(d -> d.code().value())
                .as(written)
                .containsExactly(code);
    }

    private void assertMeans(String written, String code) {
        assertThat(names.named(written)).extracting(d -> d.code().value()).containsExactly(code);
    }

    private void assertMeans(String written, String code, String within) {
        assertThat(names.named(written, new DivisionCode(within)))
                .extracting(d -> d.code().value())
                .containsExactly(code);
    }
}
