package cutscore.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TilePathTests {
    @Test
    void anIndexIsWrittenInGroupsOfThreeDigits() {
        assertThat(new TilePath(1, 1_234_067, 256).text()).isEqualTo("tile/1/x001/x234/067");
        assertThat(new TilePath(0, 0, 256).text()).isEqualTo("tile/0/000");
        assertThat(new TilePath(0, 1000, 17).text()).isEqualTo("tile/0/x001/000.p/17");
        assertThat(new TilePath(TilePath.ENTRIES, 999, 255).text())
                .isEqualTo("tile/entries/999.p/255");
    }

    @Test
    void everyPathReadsBackToItself() {
        for (long index :
                new long[] {0, 1, 999, 1000, 1001, 999_999, 1_000_000, 123_456_789_012L}) {
            for (int level = -1; level <= 7; level++) {
                for (int width : new int[] {1, 9, 10, 255, 256}) {
                    var path = new TilePath(level, index, width);
                    assertThat(TilePath.parse(path.text())).contains(path);
                }
            }
        }
    }

    @Test
    void aPathInAnyOtherSpellingIsNone() {
        for (String text :
                new String[] {
                    "",
                    "tile",
                    "tile/0",
                    "tile/0/",
                    "tile/0/1",
                    "tile/0/0000",
                    "tile/8/000",
                    "tile/00/000",
                    "tile/0/x000/001",
                    "tile/0/001/002",
                    "tile/0/000.p/0",
                    "tile/0/000.p/256",
                    "tile/0/000.p/01",
                    "tile/0/000.p/",
                    "tile/0/000/",
                    "tile/0/../000",
                    "/tile/0/000",
                    "tile/entries/x1/000",
                    "tile/Entries/000",
                    "tile/0/000.p/1/2",
                    "tile/0/٠٠٠",
                    "tile/0/000\n"
                }) {
            assertThat(TilePath.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void aTreeHasTheTilesThatTheSpecificationCounts() {
        assertThat(TilePath.of(0, 273, 70_000)).contains(new TilePath(0, 273, 112));
        assertThat(TilePath.of(1, 1, 70_000)).contains(new TilePath(1, 1, 17));
        assertThat(TilePath.of(2, 0, 70_000)).contains(new TilePath(2, 0, 1));
        assertThat(TilePath.of(3, 0, 70_000)).isEmpty();
        assertThat(TilePath.of(1, 0, 256)).contains(new TilePath(1, 0, 1));
        assertThat(TilePath.of(0, 1, 256)).isEmpty();
    }

    @Test
    void aTileOutsideEveryTreeIsRefused() {
        assertThatThrownBy(() -> new TilePath(8, 0, 1)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new TilePath(0, -1, 1)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new TilePath(0, 0, 0)).isInstanceOf(RuntimeException.class);
    }
}
