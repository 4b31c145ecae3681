package cutscore.kernel.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What an import says of an identity number. */
class IdentityFormTests {
    private static final LocalDate ON = LocalDate.of(2026, 5, 23);

    @Test
    void aWrongCheckCharacterIsRefusedWithItsRemedyAndNotShown() {
        var refusal = IdentityForm.refusal("居民身份证", "110105194912310021", ON).orElseThrow();
        assertThat(refusal.code()).isEqualTo("IDENTITY_CHECK");
        assertThat(refusal.what().zh()).contains("校验码").doesNotContain("1101");
        assertThat(refusal.mend().zh()).contains("证件类型");
    }

    @Test
    void otherDocumentsAndInventedPeopleAreLeftAlone() {
        assertThat(IdentityForm.refusal("护照", "110105194912310021", ON)).isEmpty();
        assertThat(IdentityForm.refusal("", "110105194912310021", ON)).isEmpty();
        assertThat(IdentityForm.refusal("居民身份证", "990101199001011234", ON)).isEmpty();
        assertThat(IdentityForm.refusal("居民身份证", "4.4E+17", ON).orElseThrow().code())
                .isEqualTo("IDENTITY_ROUNDED");
    }
}
