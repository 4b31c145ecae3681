package cutscore.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.score.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleReaderTests {
    @Test
    void anEmptyRuleIsTheDefaultsAndSaysSo() {
        var read = RuleReader.read("rule.json", "{}", LineRule.NATIONAL);
        assertThat(read.rule()).isEqualTo(LineRule.defaults(SessionId.of(2023, 1)));
        assertThat(read.sessionStated()).isFalse();
        assertThat(LineRule.fromJson(read.rule().toJson())).isEqualTo(read.rule());
    }

    @Test
    void whatIsWrongIsNamedWithItsPlace() {
        assertThat(faults("{\"colour\":\"red\"}"))
                .containsExactly("RULE_SETTING_UNKNOWN /colour 1 2");
        assertThat(faults("{\n \"grid\":{\"steps\":\"1\"}}"))
                .containsExactly("RULE_SETTING_UNKNOWN /grid/steps 2 10");
        assertThat(faults("{\"shape\":\"steps\"}")).containsExactly("RULE_VALUE /shape 1 2");
        assertThat(faults("{\"floor\":\"30\"}")).containsExactly("RULE_FLOOR_ALONE /floor 1 2");
        assertThat(faults("{\"shape\":\"totalAndFloor\"}"))
                .containsExactly("RULE_FLOOR_MISSING /shape 1 2");
        for (String floor : List.of("45", "34.5")) {
            assertThat(faults("{\"shape\":\"totalAndFloor\",\"floor\":\"" + floor + "\"}"))
                    .containsExactly("RULE_FLOOR /floor 1 26");
        }
        assertThat(faults("{\"basis\":{\"sat\":{\"by\":\"\",\"why\":\"x\"}}}"))
                .containsExactly("RULE_BASIS /basis/sat 1 11");
        assertThat(faults("{\"basis\":{\"colour\":{}}}"))
                .containsExactly("RULE_SETTING_UNKNOWN /basis/colour 1 11");
        assertThat(faults("{\"national\":45}")).containsExactly("RULE_MARK /national 1 2");
        assertThat(faults("{\"national\":\"45.5\"}"))
                .containsExactly("RULE_OFF_GRID /national 1 2");
        assertThat(faults("{\"grid\":{\"step\":\"2\"}}"))
                .containsExactly("RULE_STEP /grid/step 1 10");
        assertThat(faults("{\"grid\":{\"lowest\":\"45\"}}"))
                .containsExactly("RULE_LOWEST /grid/lowest 1 10");
        assertThat(faults("{\"sat\":\"some\",\"pool\":null,\"key\":1}")).hasSize(3);
        assertThat(faults("[]")).containsExactly("RULE_NOT_OBJECT null 0 0");
    }

    @Test
    void everyShapeAndTheBasisOfASettingAreReadBack() {
        for (String shape : List.of("\"perSubject\"", "\"totalAndFloor\",\"floor\":\"35\"")) {
            String text =
                    "{\"shape\":"
                            + shape
                            + ",\"basis\":{\"pool\":{\"by\":\"考试中心\",\"why\":\"会议纪要\"}}}";
            var rule = RuleReader.read("r", text, LineRule.NATIONAL).rule();
            assertThat(rule.basis()).containsOnlyKeys("pool");
            assertThat(LineRule.fromJson(rule.toJson())).isEqualTo(rule);
        }
    }

    @Test
    void whereQualificationsDifferTheRuleMustStateTheNationalMark() {
        var refused =
                catchThrowableOfType(Unreadable.class, () -> RuleReader.read("r", "{}", null));
        assertThat(refused.faults().getFirst().code()).isEqualTo("RULE_NATIONAL_UNSTATED");
        var rule = RuleReader.read("r", "{}", Score.of("60")).rule();
        assertThat(rule.national()).isEqualTo(Score.of("60"));
    }

    private static List<String> faults(String text) {
        var refused =
                catchThrowableOfType(
                        Unreadable.class, () -> RuleReader.read("r", text, LineRule.NATIONAL));
        return refused.faults().stream()
                .map(f -> f.code() + " " + f.heading() + " " + f.line() + " " + f.column())
                .toList();
    }
}
