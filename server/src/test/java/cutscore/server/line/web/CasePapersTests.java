package cutscore.server.line.web;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.MissingProvince;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.line.PublicPack;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.Basis;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import cutscore.server.database.Settings;
import cutscore.server.line.AreaScope;
import cutscore.server.line.LineState;
import cutscore.server.line.ProposalId;
import cutscore.server.line.SnapshotId;
import cutscore.server.paper.Paper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A case file on paper and as a workbook: both say the dossier, and the workbook recounts it. */
class CasePapersTests {
    private static final SessionId SESSION = SessionId.of(2023, 1);
    private static final Set<DivisionCode> AREAS = Set.of(new DivisionCode("513326"));
    private static final String HOSTILE = "=HYPERLINK(\"http://example.org\",\"会议纪要\")";
    private static final int CHECK = 8;

    private final LineCasePaper paper =
            new LineCasePaper(
                    Paper.plain(), new Settings(Path.of("data"), "test", 7L, null, "", "", ""));

    @BeforeAll
    static void veraPdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uniform", "perSubject", "totalAndFloor"})
    void everyShapeIsRecountedByItsFormulas(String shape) throws IOException {
        var made = made(shape);
        try (var book = read(made.xlsx(made.pack()))) {
            for (MeasuredKey key : made.file().dossier().keys()) {
                var sheet = book.getSheet(key.key());
                recounted(sheet, key);
                if (shape.equals("uniform")) {
                    assertThat(text(sheet, 5, 1)).isEqualTo(result(key));
                    assertThat(checks(sheet)).isNotEmpty().containsOnly("一致");
                }
            }
        }
    }

    private static void recounted(XSSFSheet sheet, MeasuredKey key) {
        for (int i = 0; i < key.table().size(); i++) {
            int row = 8 + i;
            long passed = key.table().get(i).passed();
            boolean lawful = passed * key.examinees() <= key.nationalPassed() * key.pool();
            long room = key.nationalPassed() * key.pool() / key.examinees() - passed;
            assertThat(number(sheet, row, 2)).isEqualTo(passed);
            assertThat(text(sheet, row, 5)).isEqualTo(lawful ? "可行" : "不可行");
            assertThat(number(sheet, row, 6)).isEqualTo(room);
        }
    }

    @Test
    void aPackThatDoesNotFitTheDossierIsSeenInTheWorkbook() throws IOException {
        var made = made("uniform");
        var other = determination(made.file().dossier().rule(), 12).pack();
        try (var book = read(made.xlsx(other))) {
            var keys = made.file().dossier().keys();
            assertThat(keys)
                    .anySatisfy(k -> assertThat(checks(book.getSheet(k.key()))).contains("不一致"));
        }
    }

    @Test
    void whatCameFromOutsideIsNeverAFormula() throws IOException {
        var made = made("uniform");
        try (var book = read(made.xlsx(made.pack()))) {
            var cell = book.getSheet("规则").getRow(6).getCell(3);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(HOSTILE);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(formulas(book)).noneMatch(f -> f.contains("HYPERLINK"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uniform", "perSubject", "totalAndFloor"})
    void thePaperIsAnArchivePdfThatSaysEverything(String shape) throws Exception {
        var made = made(shape);
        byte[] pdf = paper.print(made.file());
        assertThat(failures(pdf)).isEmpty();
        try (var read = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(read).replaceAll("\\s", "");
            assertThat(text)
                    .contains("单独划线标准线方案", "报送材料", "谁选定", "会议纪要")
                    .contains(made.file().proposal().dossierDigest())
                    .contains("缺少青海省", "北京时间", "样例", "附：每条线通过多少测算对象");
            for (MeasuredKey key : made.file().dossier().keys()) {
                for (var one : LineCase.inequalities(key)) {
                    assertThat(text).contains(squeezed(ShownRate.inequality(one.at())));
                }
            }
        }
        assertThat(paper.print(made.file())).isEqualTo(pdf);
        if (shape.equals("uniform")) {
            Files.createDirectories(Path.of("target", "papers"));
            Files.write(Path.of("target", "papers", "case.pdf"), pdf);
            Files.write(Path.of("target", "papers", "case.xlsx"), made.xlsx(made.pack()));
        }
    }

    @Test
    void aCharacterWithoutAFontDoesNotStopThePaper() throws IOException {
        var made = made("uniform");
        var file = made.file();
        var rare =
                new LineCase(
                        file.state(),
                        file.dossier(),
                        file.areas(),
                        List.of(
                                new LineCase.Signature(
                                        new Words("提出", "Proposed"),
                                        "扎西\u0F56\u0F40",
                                        file.proposal().at(),
                                        new Words("", ""))));
        try (var read = Loader.loadPDF(paper.print(rare))) {
            assertThat(new PDFTextStripper().getText(read)).contains("扎西〓〓");
        }
    }

    private record Made(LineCase file, PublicPack pack) {
        byte[] xlsx(PublicPack with) {
            return new LineCaseWorkbook(file, with).bytes();
        }
    }

    private static Made made(String shape) {
        var rule = rule(shape);
        var determination = determination(rule, 11);
        var input = new Dossier.Input("roster-1", "ab".repeat(32), 4000);
        var dossier =
                determination
                        .dossier(List.of(input), Optional.empty())
                        .missing(
                                List.of(
                                        new MissingProvince(
                                                new DivisionCode("630000"), "窗口延期，另行测算")));
        var proposal =
                new LineState.Proposal(
                        new ProposalId(new UUID(1, 2)),
                        rule,
                        new SnapshotId(new UUID(3, 4)),
                        new AreaScope.Nationwide(),
                        "cd".repeat(32),
                        new UUID(5, 6),
                        Instant.parse("2023-11-06T02:00:00Z"),
                        41);
        var signature =
                new LineCase.Signature(
                        new Words("提出", "Proposed"),
                        "分析员甲（虚构）",
                        proposal.at(),
                        new Words("存证序号 41", "ledger index 41"));
        var file =
                new LineCase(
                        new LineState.Proposed(proposal),
                        dossier,
                        new Words("全国", "the whole country"),
                        List.of(signature));
        return new Made(file, determination.pack());
    }

    private static LineRule rule(String shape) {
        Shape form =
                switch (shape) {
                    case "perSubject" -> new Shape.PerSubject();
                    case "totalAndFloor" -> new Shape.TotalAndFloor(Score.of("30"));
                    default -> Shape.UNIFORM;
                };
        var key = shape.equals("uniform") ? LineRule.Key.LEVEL : LineRule.Key.QUALIFICATION;
        return new LineRule(
                SESSION,
                key,
                form,
                LineRule.NATIONAL,
                new Grid(new Score(2), Score.of("25")),
                LineRule.Sat.ANY,
                LineRule.Pool.REGISTERED,
                Map.of("pool", new Basis("考试中心划线工作组", HOSTILE)));
    }

    private static LineDetermination determination(LineRule rule, long seed) {
        var dice = new Random(seed);
        var offered =
                Qualifications.builtIn().all().stream()
                        .filter(q -> List.of("信息系统项目管理师", "程序员", "软件设计师").contains(q.name()))
                        .toList();
        var determination =
                new LineDetermination(rule, AREAS, _ -> false, Qualifications.builtIn());
        for (int i = 0; i < 4000; i++) {
            determination.add(examinee(i, offered.get(dice.nextInt(offered.size())), dice));
        }
        return determination;
    }

    private static Examinee examinee(int number, Qualification qualification, Random dice) {
        boolean inArea = dice.nextInt(6) == 0;
        var scores = new ArrayList<SubjectScore>();
        int ability = dice.nextInt(60) + (inArea ? 40 : 55);
        for (int i = 0; i < qualification.subjects().size(); i++) {
            int mark = Math.min(150, ability + dice.nextInt(25));
            scores.add(new SubjectScore.Marked(new Score(mark)));
        }
        return new Examinee(
                "A" + number,
                new DivisionCode(inArea ? "513326" : "510107"),
                qualification,
                scores,
                false,
                null,
                null,
                null);
    }

    private static XSSFWorkbook read(byte[] xlsx) throws IOException {
        var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx));
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        return book;
    }

    private static String result(MeasuredKey key) {
        return key.outcome() instanceof LineOutcome.SeparateLine separate
                        && separate.line() instanceof PassingLine.EachSubject(var mark)
                ? mark.toString()
                : "同全国";
    }

    private static List<String> checks(XSSFSheet sheet) {
        var found = new ArrayList<String>();
        for (int i = 8; i <= sheet.getLastRowNum(); i++) {
            var cell = sheet.getRow(i).getCell(CHECK);
            if (cell != null && cell.getCellType() == CellType.FORMULA) {
                found.add(cell.getStringCellValue());
            }
        }
        return found;
    }

    private static List<String> formulas(XSSFWorkbook book) {
        var found = new ArrayList<String>();
        book.forEach(
                sheet ->
                        sheet.forEach(
                                row ->
                                        row.forEach(
                                                cell -> {
                                                    if (cell.getCellType() == CellType.FORMULA) {
                                                        found.add(cell.getCellFormula());
                                                    }
                                                })));
        return found;
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column).getStringCellValue();
    }

    private static long number(XSSFSheet sheet, int row, int column) {
        return (long) sheet.getRow(row).getCell(column).getNumericCellValue();
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0]", "");
    }

    private static List<String> failures(byte[] pdf) throws Exception {
        var flavour = PDFAFlavour.PDFA_2_U;
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = foundry.createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
