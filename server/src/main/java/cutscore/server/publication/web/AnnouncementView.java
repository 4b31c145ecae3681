package cutscore.server.publication.web;

import cutscore.kernel.rule.LineRule;
import cutscore.server.publication.Announcement;
import java.util.List;

/**
 * What the page of an announcement shows.
 *
 * @param announcement the act
 * @param settings every setting of the determination, as it stands in the dossier
 * @param site where this site is reached, for the command that recomputes
 * @param sizes of the downloads
 */
record AnnouncementView(
        Announcement announcement, List<Setting> settings, String site, Sizes sizes) {

    /** One setting and its value, in the words of the dossier. */
    record Setting(String name, String value) {}

    /** In bytes. */
    record Sizes(int pdf, int dossier, int pack) {}

    static List<Setting> settings(LineRule rule) {
        return rule.toJson().members().entrySet().stream()
                .map(e -> new Setting(e.getKey(), e.getValue().canonical().replace("\"", "")))
                .toList();
    }

    /** 12 kB. */
    static String kilobytes(int bytes) {
        return Math.max(1, (bytes + 512) / 1024) + " kB";
    }
}
