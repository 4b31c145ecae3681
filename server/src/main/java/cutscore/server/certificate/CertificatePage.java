package cutscore.server.certificate;

import cutscore.kernel.id.Divisions;
import cutscore.kernel.seal.ValidityScope;
import cutscore.kernel.time.Beijing;
import cutscore.server.paper.Imprint;
import cutscore.server.paper.Paper;
import cutscore.server.paper.Sheet.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The certificate on paper: 素笺, one line, and under it where the paper counts. */
final class CertificatePage {
    /** Where a PDF of ours says what its QR code says; offline verifiers look there. */
    static final String TOKEN = "CutscoreToken";

    private static final String SEALED =
            "电子签名随本文件，改动一字即失效 · digitally signed; any change breaks the seal";

    private final Paper paper;
    private final Divisions divisions;

    CertificatePage(Paper paper, Divisions divisions) {
        this.paper = paper;
        this.divisions = divisions;
    }

    /**
     * @param qrText the sealed token
     * @param at the moment it is dated
     */
    byte[] print(CertificateRecord record, ValidityScope scope, String qrText, Instant at) {
        var province = divisions.fullName(record.province());
        var imprint =
                new Imprint(
                        "单独划线职业资格证书 " + record.number().printed(),
                        "Cutscore " + record.environment(),
                        at,
                        Map.of(TOKEN, qrText));
        var sheet =
                paper.sheet(imprint)
                        .brand()
                        .gap(14)
                        .title("单独划线职业资格证书")
                        .small("Separate-line professional qualification certificate")
                        .gap(18)
                        .fields(fields(record))
                        .gap(6)
                        .underlined("本证书仅在" + province + "的单独划线地区有效")
                        .small(places(scope))
                        .small("依据：" + scope.circular() + "；人社厅发〔2022〕25号")
                        .gap(14)
                        .qr(qrText, "核验二维码 / verification QR code", beside());
        if (!record.environment().equals(Issuer.PRODUCTION)) {
            sheet.gap(12).sample("样本 SAMPLE", "虚构数据，不是正式证书 · invented, not an official document");
        }
        return sheet.print();
    }

    private List<Field> fields(CertificateRecord record) {
        return List.of(
                new Field("姓名 Name", record.name()),
                new Field("级别 Level", record.level()),
                new Field("资格名称 Qualification", record.qualification()),
                new Field("考次 Exam session", record.session().chinese()),
                new Field("签发省份 Issuing province", divisions.fullName(record.province())),
                new Field("签发日期 Date of issue", record.issued().toString()),
                new Field("发放方式 Route", record.route().chinese()),
                new Field("证书编号 Number（本系统编号，不是管理号）", record.number().printed()));
    }

    private String places(ValidityScope scope) {
        var counties = scope.inForce(scope.linePublished());
        var names =
                counties.stream()
                        .map(c -> divisions.find(c).map(d -> d.name()).orElse(c.value()))
                        .collect(Collectors.joining("、"));
        return "共 " + counties.size() + " 个县级单位：" + names + "。";
    }

    private static List<String> beside() {
        return List.of(
                "核验：扫描二维码，或在核验页输入证书编号并说明使用地点；离线可用公布的信任包核验。",
                "请核对网址；二维码内是经过签名的内容，不只是网址。",
                "Verify by the QR code, or by the number and the place where it is used.",
                SEALED);
    }

    /** The day of a moment, for the date of issue. */
    static java.time.LocalDate day(Instant at) {
        return Beijing.day(at);
    }
}
