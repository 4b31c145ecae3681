package cutscore.browser;

import java.util.List;

/** Every public page, in its states. */
final class PublicPages {
    /** Pages as people reach them first. */
    static final List<String> FIRST_VIEWS =
            List.of(
                    "/",
                    "/areas",
                    "/check",
                    "/windows",
                    "/windows/2023-1/510000",
                    "/lines",
                    "/announcements",
                    "/announcements/2023-1-01",
                    "/verify",
                    "/ledger",
                    "/help",
                    "/about");

    /** States of pages; {@code EveryPageTests} looks at each page as it is first. */
    static final List<String> STATES =
            List.of(
                    "/areas?q=道孚",
                    "/areas?q=道乎",
                    "/areas?q=510107",
                    "/areas?q=dfx",
                    "/check?session=2023-1&sat=yes&registered=daofu&tie=none&marks=below",
                    "/check?session=2023-1&sat=yes&registered=510107&tie=works&place=ganzi"
                            + "&marks=unknown",
                    "/check?session=2023-1&registered=nowhere",
                    "/stop/nosuchtoken",
                    "/areas?q=彝良县",
                    "/areas?q=甘孜州",
                    "/areas?q=没有这个地方",
                    "/areas?q=道孚&on=not-a-day",
                    "/areas?q=道孚&on=2022-12-31",
                    "/areas?province=510000",
                    "/areas?province=530000",
                    "/verify?number=HX&at=城关区",
                    "/verify?number={issued}&at=513326",
                    "/verify?number={issued}&at=510107",
                    "/verify?number={issued}",
                    "/verify?number={annulled}&at=513326",
                    "/verify?number=HX-00000-00000-00000-00000-0",
                    "/check?session=2023-1&sat=yes&registered=513326&tie=none&marks=below",
                    "/check?session=2023-1&sat=yes&registered=chengdu&tie=works&marks=met",
                    "/windows/2023-1/610000",
                    "/no-such-page");

    private PublicPages() {}

    /** With the numbers of this site's certificates. */
    static String address(String path) {
        return Site.address(filled(path));
    }

    static String filled(String path) {
        var site = Site.running();
        return path.replace("{issued}", site.issued().value())
                .replace("{annulled}", site.annulled().value());
    }

    /** For a file's name. */
    static String name(String path) {
        String name = path.equals("/") ? "home" : path.substring(1);
        return name.replaceAll("[^A-Za-z0-9\\u4e00-\\u9fff-]+", "_");
    }
}
