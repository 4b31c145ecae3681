package cutscore.server.paper;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The stationery cupboard: fonts parsed once, and fresh sheets. */
@Component
@EnableConfigurationProperties(PaperSettings.class)
public class Paper {
    private final FontChain fonts;
    private final ReentrantLock press = new ReentrantLock();

    Paper(PaperSettings settings) {
        this.fonts = FontChain.load(settings.fonts());
    }

    /** With the built-in fonts alone. */
    public static Paper plain() {
        return new Paper(new PaperSettings(null));
    }

    /**
     * The characters of a text that cannot be printed, each once, in their order: those no font
     * has, and those of scripts that need shaping this version does not do. Empty when all can be.
     */
    public List<Unprintable> missing(String text) {
        return text.codePoints()
                .distinct()
                .filter(c -> !isLaidOutByPlacing(c) || fonts.find(Style.TEXT, c).isEmpty())
                .mapToObj(Unprintable::new)
                .toList();
    }

    /** A fresh A4 document. */
    public Sheet sheet(Imprint imprint) {
        return new Sheet(imprint, fonts, press);
    }

    /** A fresh picture for a phone. */
    public Picture picture() {
        return new Picture(fonts, press);
    }

    private static boolean isLaidOutByPlacing(int c) {
        int kind = Character.getType(c);
        if (kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, LATIN, COMMON, GREEK, CYRILLIC, YI, BOPOMOFO, HIRAGANA, KATAKANA -> true;
            // Tibetan stacks, Uyghur joins, combining marks move: drawn one by one they are wrong.
            default -> false;
        };
    }
}
