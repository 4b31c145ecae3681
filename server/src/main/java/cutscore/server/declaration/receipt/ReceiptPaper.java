package cutscore.server.declaration.receipt;

import cutscore.server.database.Settings;
import cutscore.server.declaration.Holding;
import cutscore.server.paper.Imprint;
import cutscore.server.paper.Paper;
import cutscore.server.paper.Sheet;
import java.util.List;
import org.springframework.stereotype.Component;

/** A receipt as PDF/A-2u and as a picture, of the same lines. The same receipt, the same bytes. */
@Component
record ReceiptPaper(Paper paper, Settings settings) {
    private static final String TITLE = "单独划线申报回执";
    private static final String CHECK =
            "回执证明 receipt.json 可以不依靠本系统核验：cutscore ledger proof receipt.json。二维码只含回执号和存证序号。";

    byte[] pdf(Receipt receipt) {
        var declaration = receipt.declaration();
        var imprint = Imprint.of(TITLE, "划线 Cutscore", declaration.arrivedAt());
        var sheet = paper.sheet(imprint).brand().title(TITLE);
        sheet.fields(fields(receipt));
        sheet.heading("接下来");
        next(receipt).forEach(sheet::paragraph);
        sheet.gap(8)
                .qr(
                        receipt.code(),
                        "二维码：" + receipt.code(),
                        List.of(
                                CHECK,
                                "This receipt's proof, receipt.json, can be checked without this"
                                        + " system. The code holds the receipt's number and the"
                                        + " ledger's index, nothing personal."));
        if (isSample()) {
            sheet.sample("样例 SAMPLE", "虚构数据，不具有任何效力");
        }
        sheet.heading("Summary");
        sheet.small(
                "Receipt of a declaration to be measured by a separate line: "
                        + declaration.receipt()
                        + ", arrived "
                        + Receipt.second(declaration.arrivedAt())
                        + " Beijing time, "
                        + receipt.decision().en()
                        + "; ledger index "
                        + declaration.ledgerIndex()
                        + ".");
        return sheet.print();
    }

    byte[] png(Receipt receipt) {
        var picture = paper.picture().brand().title(TITLE);
        picture.fields(fields(receipt));
        next(receipt).forEach(picture::paragraph);
        picture.qr(receipt.code());
        picture.small(CHECK);
        if (isSample()) {
            picture.small("样例 SAMPLE：虚构数据，不具有任何效力。");
        }
        return picture.print();
    }

    private boolean isSample() {
        return !settings.environment().equals("production");
    }

    private static List<Sheet.Field> fields(Receipt receipt) {
        return receipt.lines().stream()
                .map(line -> new Sheet.Field(line.label().zh(), line.value().zh()))
                .toList();
    }

    private static List<String> next(Receipt receipt) {
        if (receipt.isApproved()) {
            return List.of("审核已经通过；之后由谁办、结果是什么，写在“我的办理”的进度里。");
        }
        var holding = receipt.holding();
        String until =
                holding.until()
                        .map(at -> "期限：" + Receipt.second(at) + "（北京时间）" + source(holding))
                        .orElse("没有写明期限。");
        return List.of("现在由谁办：" + holding.who().zh() + "。", holding.next().zh() + "。" + until);
    }

    private static String source(Holding holding) {
        return holding.source().map(words -> "，" + words.zh()).orElse("") + "。";
    }
}
