package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PublicPack;
import cutscore.kernel.rule.Basis;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.time.Beijing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The case file as a workbook (.xlsx) for whoever recounts by hand: counts as numbers, and formulas
 * of ours that recount both inequalities from them before the reader's eyes. Nothing that came from
 * outside is ever a formula.
 */
final class LineCaseWorkbook {
    /** The longest name of a sheet that spreadsheets take, less room for a number. */
    private static final int NAME = 26;

    private final LineCase file;
    private final PublicPack pack;

    LineCaseWorkbook(LineCase file, PublicPack pack) {
        this.file = file;
        this.pack = pack;
    }

    byte[] bytes() {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var made = Optional.of(Date.from(file.proposal().at()));
            book.getProperties().getCoreProperties().setCreated(made);
            book.getProperties().getCoreProperties().setModified(made);
            book.getProperties().getCoreProperties().setCreator("cutscore");
            var hand = new SheetHand(book);
            about(hand);
            settings(hand);
            inputs(hand);
            Set<String> names = new HashSet<>(Set.of("说明", "规则", "输入", "签署"));
            for (MeasuredKey key : file.dossier().keys()) {
                key(hand, key, name(key.key(), names));
            }
            signatures(hand);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.setForceFormulaRecalculation(true);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void about(SheetHand hand) {
        hand.sheet("说明", 16, 100);
        hand.title(file.dossier().rule().session().chinese() + "单独划线标准线方案 · 复算表");
        hand.row("方案", file.proposal().id().toString());
        hand.row("地区", file.areas().zh());
        hand.row("卷宗 SHA-256", file.proposal().dossierDigest());
        var engine = file.dossier().engine();
        hand.row("引擎", engine.name() + " " + engine.version());
        hand.row("怎么复算", "每个有自己的线的，各有一张表。分数和人数是数据；其余各栏是公式，打开时重新计算。");
        hand.row("不等式", "通过 × 参考 ≤ 全国达线 × 测算对象，就不超过全国合格率；不用除法，没有四舍五入。");
        hand.row("余量", "还能再通过多少人：全国达线 × 测算对象 ÷ 参考，取整数部分，减去通过。负数是超过的人数。");
        hand.row("精度", "电子表格的整数准确到 15 位；这里的乘积都在 15 位以内，否则相应的表会写明。");
        hand.row(
                "In English",
                "One sheet for each key. Marks and counts are data, every other column is a"
                        + " formula: passed × examinees ≤ national passers × pool.");
    }

    private void settings(SheetHand hand) {
        hand.sheet("规则", 24, 36, 30, 60);
        hand.head("设置", "取值", "谁选定", "依据");
        for (var setting : file.settings()) {
            hand.row(
                    setting.name().zh(),
                    setting.value().zh(),
                    setting.basis().map(Basis::by).orElse("未写明"),
                    setting.basis().map(Basis::why).orElse("未写明"));
        }
    }

    private void inputs(SheetHand hand) {
        hand.sheet("输入", 20, 14, 70);
        hand.head("名称", "行数", "SHA-256");
        for (Dossier.Input input : file.dossier().inputs()) {
            hand.row(input.name(), input.rows(), input.sha256());
        }
    }

    private void key(SheetHand hand, MeasuredKey key, String name) {
        hand.sheet(name, 18, 14, 14, 22, 22, 10, 12, 14, 12);
        hand.title(key.key() + "：" + LineWords.outcome(key.outcome()).zh());
        hand.row("参考", key.examinees());
        hand.row("全国达线", key.nationalPassed());
        hand.row("测算对象", key.pool());
        hand.row("其中达到全国线", key.nationalLinePassed());
        var recount = new RecountSheet(hand, key);
        if (file.dossier().rule().shape() instanceof Shape.Uniform) {
            recount.fromPeople(pool(key), file.dossier().rule().national());
        } else {
            recount.fromTable();
        }
    }

    private cutscore.kernel.line.MarkCounts pool(MeasuredKey key) {
        return pack.keys().stream()
                .filter(counts -> counts.key().equals(key.key()))
                .findFirst()
                .orElseThrow()
                .pool();
    }

    private void signatures(SheetHand hand) {
        hand.sheet("签署", 20, 24, 24, 60);
        hand.head("步骤", "人", "北京时间", "结果");
        for (var one : file.signatures()) {
            Words came = one.came();
            hand.row(one.step().zh(), one.who(), Beijing.text(one.at()), came.zh());
        }
    }

    /** A name that spreadsheets take, once. */
    private static String name(String key, Set<String> taken) {
        String safe = WorkbookUtil.createSafeSheetName(key);
        String kept = safe.length() > NAME ? safe.substring(0, NAME) : safe;
        String name = kept;
        for (int i = 2; !taken.add(name); i++) {
            name = kept + " " + i;
        }
        return name;
    }
}
