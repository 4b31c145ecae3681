package cutscore.kernel.circular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How lists of areas are written, and what must never become an area. */
class AreaClauseTests {
    private static final long SEED = 20231122;
    private final Divisions divisions = Divisions.builtIn();

    @Test
    void anOfficeAddressIsNoArea() {
        assertThat(codes(gansu("天祝县。\n二、联系方式\n地址：兰州市城关区某某路1号。"))).containsExactly("620623");
    }

    @Test
    void bracketsAfterAPrefectureListWhatIsMeantAndExceptTakesAway() {
        assertThat(codes(gansu("甘南州（合作市、临潭县）、天祝县。"))).containsExactly("620623", "623001", "623021");
        assertThat(codes(gansu("甘南州（除合作市外）。"))).hasSize(7).doesNotContain("623001");
        assertThat(codes(gansu("除合作市、夏河县外，甘南州全部县。"))).hasSize(6).doesNotContain("623001", "623027");
        assertThat(codes(gansu("甘南州（不含合作市）、临夏州。"))).hasSize(15).doesNotContain("623001");
        assertThat(codes(gansu("甘南州（8县市）、临夏州（含永靖县）。"))).hasSize(16);
    }

    @Test
    void anAmbiguousNameIsReportedNotGuessed() {
        var draft = read(gansu("临夏、天祝县、城关区。"));
        assertThat(draft.areas())
                .extracting(a -> a.code().value())
                .containsExactly("620102", "620623");
        assertThat(draft.notUnderstood())
                .extracting(CircularDraft.NotUnderstood::text)
                .containsExactly("临夏");
    }

    @Test
    void aProvincialListIsNotTheNationalOne() {
        var draft = read(gansu("省级重点帮扶县：榆中县。\n国家乡村振兴重点帮扶县：古浪县。"));
        assertThat(draft.areas().getFirst().grounds()).containsExactly("省级重点帮扶县");
        assertThat(draft.areas().getLast().grounds()).containsExactly("KEY_COUNTY");
    }

    @Test
    void aCountyOfAnotherProvinceIsReported() {
        var draft = read(gansu("天祝县、峨边县。"));
        assertThat(draft.areas()).hasSize(1);
        assertThat(draft.notUnderstood())
                .extracting(CircularDraft.NotUnderstood::text)
                .containsExactly("峨边县");
    }

    @Test
    void aTextWithoutAreasWindowAndLineIsNoCircular() {
        assertThatThrownBy(() -> read("关于放假的通知\n2023年9月29日9:00至10月6日17:00放假。\n某某中心\n2023年9月20日"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("申报时间");
        assertThatThrownBy(() -> read("")).isInstanceOf(Unreadable.class);
    }

    @Test
    void anyListInAnyStyleComesBackExactly() {
        var random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            var province = PROVINCES.get(random.nextInt(PROVINCES.size()));
            var all = new ArrayList<>(divisions.counties(province));
            Collections.shuffle(all, random);
            var chosen = all.subList(0, 1 + random.nextInt(Math.min(25, all.size())));
            String text = circular(province, list(chosen, random));
            var expected = new TreeSet<>(chosen.stream().map(d -> d.code().value()).toList());
            var draft = read(text);
            assertThat(codes(draft))
                    .as("seed " + SEED + " round " + round + "\n" + text)
                    .containsExactlyElementsOf(expected);
            assertThat(draft.spellingDoubts()).as(text).isEmpty();
        }
    }

    @Test
    void aMisspeltCharacterIsNeverSilentlyAnotherCounty() {
        var random = new Random(SEED);
        for (int round = 0; round < 400; round++) {
            var province = PROVINCES.get(random.nextInt(PROVINCES.size()));
            var all = new ArrayList<>(divisions.counties(province));
            Collections.shuffle(all, random);
            String wrong = misspelt(all.getFirst().name(), random);
            if (!divisions.names().named(wrong, province).isEmpty()) {
                continue;
            }
            String text =
                    circular(province, all.get(1).name() + "、" + wrong + "、" + all.get(2).name());
            var draft = read(text);
            var silent = new TreeSet<>(codes(draft));
            draft.spellingDoubts()
                    .forEach(
                            d ->
                                    divisions
                                            .counties(d.code())
                                            .forEach(c -> silent.remove(c.code().value())));
            silent.removeAll(List.of(all.get(1).code().value(), all.get(2).code().value()));
            assertThat(silent).as("seed " + SEED + " round " + round + "\n" + text).isEmpty();
            assertThat(draft.spellingDoubts().size() + draft.notUnderstood().size())
                    .as(text)
                    .isPositive();
        }
    }

    private static final List<DivisionCode> PROVINCES =
            List.of(
                            "150000", "450000", "500000", "510000", "520000", "530000", "540000",
                            "610000", "620000", "630000", "640000", "650000")
                    .stream()
                    .map(DivisionCode::new)
                    .toList();

    private String list(List<Division> chosen, Random random) {
        String separator = List.of("、", "，", ", ", "；", "\n", " ", "　").get(random.nextInt(7));
        var out = new ArrayList<String>();
        for (Division county : chosen) {
            boolean alone =
                    divisions.names().named(county.name(), county.code().province()).size() == 1;
            boolean withPrefecture = !alone || random.nextInt(4) == 0;
            var prefecture = divisions.find(county.code().prefecture());
            boolean child = prefecture.isPresent() && !prefecture.get().equals(county);
            out.add(
                    withPrefecture && child
                            ? prefecture.get().name() + county.name()
                            : county.name());
        }
        return String.join(separator, out);
    }

    private static String misspelt(String name, Random random) {
        int at = random.nextInt(name.length() - 1);
        char other = "某甲乙丙丁乎琦柏".charAt(random.nextInt(8));
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + other + name.substring(at + 1);
            case 1 -> name.substring(0, at) + other + name.substring(at);
            default ->
                    name.length() > 3
                            ? name.substring(0, at) + name.substring(at + 1)
                            : other + name;
        };
    }

    private String circular(DivisionCode province, String list) {
        String name = divisions.fullName(province);
        return "关于"
                + name
                + "2023年上半年计算机软件资格考试单独划线的通知\n各位考生：\n一、单独划线地区\n"
                + list
                + "\n二、申报时间\n2023年8月22日9:00至9月4日17:00\n"
                + name
                + "人事考试中心\n2023年8月21日\n";
    }

    private String gansu(String list) {
        return circular(new DivisionCode("620000"), list);
    }

    private CircularDraft read(String text) {
        return CircularReader.read(text, divisions);
    }

    private List<String> codes(String text) {
        return codes(read(text));
    }

    private static List<String> codes(CircularDraft draft) {
        return draft.areas().stream().map(a -> a.code().value()).toList();
    }
}
