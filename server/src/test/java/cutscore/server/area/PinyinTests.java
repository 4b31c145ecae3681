package cutscore.server.area;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import cutscore.kernel.id.Division;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTests {

    @ParameterizedTest
    @CsvSource({
        "daofu, 道孚县", "daofuxian, 道孚县", "Daofu County, 道孚县", "dfx, 道孚县", "ebian, 峨边彝族自治县",
        "ganzizhou, 甘孜藏族自治州", "chongqing, 重庆市", "xiamen, 厦门市", "yueqing, 乐清市", "luan, 六安市",
        "changdu, 昌都市", "lushan, 芦山县", "zhaojue, 昭觉县", "kaifeng, 开封市", "gzzz, 甘孜藏族自治州"
    })
    void aPlaceIsFoundByItsPinyin(String typed, String name) {
        assertThat(Pinyin.find(typed.replace(" ", ""), 30))
                .extracting(Division::name)
                .contains(name);
    }

    @Test
    void theWholeNameStandsBeforeItsBeginning() {
        assertThat(Pinyin.find("daofu", 30).getFirst().name()).isEqualTo("道孚县");
        assertThat(Pinyin.find("daof", 30)).extracting(Division::name).contains("道孚县");
        assertThat(Pinyin.find("zzzz", 30)).isEmpty();
        assertThat(Pinyin.find("d", 30)).isEmpty();
    }

    @Test
    void theTableOfReadingsIsWhatIcuReads() throws IOException {
        var icu = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
        for (String line : lines()) {
            String[] row = line.split(",");
            row[1].codePoints()
                    .mapToObj(Character::toString)
                    .forEach(c -> assertThat(icu.transliterate(c).strip()).isEqualTo(row[0]));
        }
    }

    private static List<String> lines() throws IOException {
        try (var in = PinyinTests.class.getResourceAsStream("pinyin.csv")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().skip(1).toList();
        }
    }
}
