package cutscore.server.publication;

import cutscore.kernel.Words;
import cutscore.server.database.Settings;
import cutscore.server.paper.Imprint;
import cutscore.server.paper.Paper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The announcement as PDF/A-2u. The same announcement gives the same bytes. */
@Component
record AnnouncementPaper(Paper paper, Settings settings) {
    private static final String ISSUER = "工业和信息化部教育与考试中心";

    byte[] print(Announcement announcement) {
        boolean sample = !settings.environment().equals("production");
        String issuer = sample ? ISSUER + "（样例）" : ISSUER;
        var imprint = Imprint.of(announcement.title().zh(), issuer, announcement.at());
        var sheet = paper.sheet(imprint).brand().title(announcement.title().zh());
        sheet.small("公告编号 " + announcement.number());
        announcement.text().forEach(words -> sheet.paragraph(words.zh()));
        sheet.heading("合格标准");
        sheet.table(
                List.of("级别", "合格标准", "单独划线通过率", "全国平均通过率"),
                announcement.lines().stream().map(AnnouncementPaper::row).toList());
        announcement.lines().forEach(l -> sheet.small(l.key() + "：" + l.reason().zh() + "。"));
        sheet.heading("依据");
        announcement.sources().forEach(sheet::paragraph);
        sheet.gap(12).atRight(issuer).atRight(AnnouncementText.day(announcement));
        if (sample) {
            sheet.sample("样例 SAMPLE", "虚构数据，不具有任何效力");
        }
        sheet.heading("Summary");
        sheet.small(announcement.title().en());
        announcement.text().forEach(words -> sheet.small(words.en()));
        announcement.lines().forEach(line -> sheet.small(summary(line)));
        sheet.small("存证序号 / ledger index " + announcement.ledgerIndex());
        return sheet.print();
    }

    private static List<String> row(AnnouncedLine line) {
        String value =
                line.subjects().isEmpty()
                        ? line.value().zh()
                        : line.subjects().stream()
                                .map(Words::zh)
                                .collect(Collectors.joining("；", "", "（含）"));
        return List.of(line.key(), value, line.separateRate().zh(), line.nationalRate().zh());
    }

    private static String summary(AnnouncedLine line) {
        return line.key()
                + ": "
                + line.value().en()
                + "; separate rate "
                + line.separateRate().en()
                + ", national rate "
                + line.nationalRate().en()
                + "; "
                + line.reason().en();
    }

    /**
     * @throws PublicationRefused when a character has no font: it is found before publishing
     */
    void requirePrintable(Announcement announcement) {
        var texts =
                Stream.concat(
                        announcement.text().stream().map(Words::zh),
                        announcement.sources().stream());
        var missing = paper.missing(String.join("", texts.toList()));
        if (!missing.isEmpty()) {
            throw new PublicationRefused(
                    PublicationRefused.Why.NOT_PRINTABLE, missing.getFirst().words());
        }
    }
}
