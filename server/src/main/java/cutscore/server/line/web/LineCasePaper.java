package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.rule.Basis;
import cutscore.kernel.time.Beijing;
import cutscore.server.database.Settings;
import cutscore.server.paper.Imprint;
import cutscore.server.paper.Paper;
import cutscore.server.paper.Sheet;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The case file on paper (报送材料), PDF/A-2u. The same case gives the same bytes. */
@Component
record LineCasePaper(Paper paper, Settings settings) {
    private static final String ISSUER = "工业和信息化部教育与考试中心";
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final Pattern LONG = Pattern.compile("[!-~]{16}(?=[!-~]{4})");

    /** So many marks stand side by side. */
    private static final int ACROSS = 3;

    byte[] print(LineCase file) {
        boolean sample = !settings.environment().equals("production");
        String issuer = sample ? ISSUER + "（样例）" : ISSUER;
        String title = file.dossier().rule().session().chinese() + "单独划线标准线方案";
        var sheet = paper.sheet(Imprint.of(title, issuer, file.proposal().at()));
        sheet.brand().title(title);
        small(sheet, "报送材料 · " + file.areas().zh() + " · 方案 " + file.proposal().id());
        results(sheet, file);
        rule(sheet, file);
        inputs(sheet, file);
        signatures(sheet, file);
        sheet.gap(12).atRight(issuer).atRight(day(file.proposal().at()));
        if (sample) {
            sheet.sample("样例 SAMPLE", "虚构数据，不具有任何效力");
        }
        counts(sheet, file);
        summary(sheet, file);
        return sheet.print();
    }

    private void results(Sheet sheet, LineCase file) {
        sheet.heading("一、结果和两个不等式");
        for (MeasuredKey key : file.dossier().keys()) {
            text(sheet, key.key() + "：" + LineWords.outcome(key.outcome()).zh() + "。");
            small(
                    sheet,
                    "参考 "
                            + people(key.examinees())
                            + " 人，全国合格率 "
                            + ShownRate.of(key.nationalPassed(), key.examinees())
                            + "；测算对象 "
                            + people(key.pool())
                            + " 人，其中达到全国线 "
                            + people(key.nationalLinePassed())
                            + " 人，新增 "
                            + people(LineCase.gained(key))
                            + " 人。");
            for (var one : LineCase.inequalities(key)) {
                small(sheet, one.where().zh() + "：" + ShownRate.inequality(one.at()) + "。");
                small(
                        sheet,
                        "不用除法："
                                + ShownRate.crosswise(one.at())
                                + "；"
                                + ShownRate.headroom(one.at()).zh()
                                + "。");
            }
        }
    }

    private void rule(Sheet sheet, LineCase file) {
        sheet.heading("二、规则：每项设置由谁选定，依据是什么");
        var rows = new ArrayList<List<String>>();
        for (var setting : file.settings()) {
            rows.add(
                    List.of(
                            setting.name().zh(),
                            setting.value().zh(),
                            cell(setting.basis().map(Basis::by).orElse("未写明")),
                            cell(setting.basis().map(Basis::why).orElse("未写明"))));
        }
        sheet.table(List.of("设置", "取值", "谁选定", "依据"), rows);
    }

    private void inputs(Sheet sheet, LineCase file) {
        sheet.heading("三、输入");
        for (Dossier.Input input : file.dossier().inputs()) {
            text(sheet, input.name() + "：" + people(input.rows()) + " 行");
            small(sheet, "SHA-256 " + input.sha256());
        }
        if (file.dossier().missing().isEmpty()) {
            text(sheet, "各省申报都已结束，没有缺少的省。");
        }
        for (var missing : file.dossier().missing()) {
            String province = Divisions.builtIn().fullName(missing.province());
            text(sheet, "缺少 " + province + "：" + missing.why());
        }
        text(sheet, "卷宗（dossier.json）");
        small(sheet, "SHA-256 " + file.proposal().dossierDigest());
        small(
                sheet,
                "存证序号 "
                        + file.proposal().ledgerIndex()
                        + "；引擎 "
                        + file.dossier().engine().name()
                        + " "
                        + file.dossier().engine().version()
                        + "。用公开数据包可以重算：./cutscore line recompute dossier.json --pack pack.json");
    }

    private void signatures(Sheet sheet, LineCase file) {
        sheet.heading("四、签署和第二次测算");
        var rows = new ArrayList<List<String>>();
        for (var signature : file.signatures()) {
            rows.add(
                    List.of(
                            signature.step().zh(),
                            cell(signature.who()),
                            second(signature.at()),
                            cell(signature.came().zh())));
        }
        sheet.table(List.of("步骤", "人", "北京时间", "结果"), rows);
    }

    private void counts(Sheet sheet, LineCase file) {
        for (MeasuredKey key : file.dossier().keys()) {
            sheet.heading("附：每条线通过多少测算对象 · " + key.key());
            var table = key.table();
            int deep = (table.size() + ACROSS - 1) / ACROSS;
            var rows = new ArrayList<List<String>>();
            for (int row = 0; row < deep; row++) {
                var cells = new ArrayList<String>();
                for (int column = 0; column < ACROSS; column++) {
                    int at = column * deep + row;
                    cells.add(at < table.size() ? LineCase.at(table.get(at)).zh() : "");
                    cells.add(at < table.size() ? people(table.get(at).passed()) : "");
                }
                rows.add(cells);
            }
            if (!rows.isEmpty()) {
                sheet.table(List.of("线", "通过", "线", "通过", "线", "通过"), rows);
            }
        }
    }

    private void summary(Sheet sheet, LineCase file) {
        sheet.heading("Summary");
        for (MeasuredKey key : file.dossier().keys()) {
            small(sheet, key.key() + ": " + LineWords.outcome(key.outcome()).en());
            for (var one : LineCase.inequalities(key)) {
                Words room = ShownRate.headroom(one.at());
                small(
                        sheet,
                        one.where().en()
                                + ": "
                                + ShownRate.inequality(one.at())
                                + "; "
                                + room.en());
            }
        }
        small(sheet, LineWords.denominators(file.dossier().rule()).en());
    }

    private void text(Sheet sheet, String text) {
        sheet.paragraph(printable(text));
    }

    private void small(Sheet sheet, String text) {
        sheet.small(printable(text));
    }

    /** In a narrow column: what has no place to break, a digest or an address, is given some. */
    private String cell(String text) {
        return printable(LONG.matcher(text).replaceAll("$0 "));
    }

    /** A character no font has stands as 〓 here; the JSON beside the paper has it as it is. */
    private String printable(String text) {
        String plain = text.replace('\u00a0', ' ');
        for (var missing : paper.missing(plain)) {
            plain = plain.replace(Character.toString(missing.codePoint()), "〓");
        }
        return plain;
    }

    private static String people(long count) {
        return ShownRate.people(count).replace('\u00a0', ' ');
    }

    private static String day(Instant at) {
        var day = Beijing.day(at);
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String second(Instant at) {
        return SECONDS.format(at.atOffset(Beijing.OFFSET));
    }
}
