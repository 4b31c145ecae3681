package cutscore.server.paper;

import java.awt.Color;

/** The colours of paper; the seal's is used for seals alone. */
enum Ink {
    /** 墨 */
    INK(0x14202B),
    /** 淡墨 */
    FAINT(0x4A5763),
    /** 青 */
    ACCENT(0x0B4F6C),
    /** 朱 */
    SEAL(0xB3261E);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    Color color() {
        return new Color(rgb);
    }
}
