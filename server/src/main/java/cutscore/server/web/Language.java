package cutscore.server.web;

import cutscore.kernel.Words;
import java.util.Optional;

/** The language a page is read in: Chinese first, English complete. */
public enum Language {
    ZH("zh", "zh-CN"),
    EN("en", "en");

    private final String code;
    private final String tag;

    Language(String code, String tag) {
        this.code = code;
        this.tag = tag;
    }

    /** As it stands in {@code ?lang=}. */
    public String code() {
        return code;
    }

    /** BCP 47, for the {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    /** The language of that code, if it is one of ours. */
    static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The half of a pair that this language reads. */
    public String of(Words words) {
        return this == ZH ? words.zh() : words.en();
    }

    Language other() {
        return this == ZH ? EN : ZH;
    }
}
