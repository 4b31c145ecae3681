package cutscore.sheet;

import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.SessionId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The roster's template: headings, a row of notes, a sample row, drop-downs from a hidden sheet,
 * counties that follow the province chosen, and text columns down to the last row.
 */
public final class RosterTemplate {
    /** The sheet that is read, if a workbook has one of that name. */
    static final String SHEET = "名册";

    static final String VERSION_SIGN = "cutscore-roster-template/";

    /** In a cell of a hidden column. */
    static final String VERSION = VERSION_SIGN + "1";

    private static final int FIRST_ROW = 3;
    private static final int LAST_ROW = 100_000;
    private static final int PROVINCE = 1;
    private static final int HIDDEN_COLUMN = 14;

    private record Column(String heading, int width, String note) {}

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("准考证号", 20, "必填，同一考次内不重复，1 至 32 字，按文本填写"),
                    new Column(TableHeadings.PROVINCE, 18, "选填，只用来缩小右边一列的下拉范围"),
                    new Column("报名地行政区划代码", 26, "必填，六位代码；下拉里“代码 名称”整条选用即可"),
                    new Column("资格名称", 26, "必填，从下拉里选"),
                    new Column("科目一", 9, "0 至 75，以 0.5 分为单位；缺考留空；该科违纪写“违纪”"),
                    new Column("科目二", 9, "同科目一"),
                    new Column("科目三", 9, "只有两科的资格留空"),
                    new Column("考试状态", 12, "留空，或“违纪取消”"),
                    new Column("证件类型", 22, "从下拉里选"),
                    new Column("证件号码", 24, "必填，按文本填写完整号码；绝不能以数字存放，否则末位会变成 0"),
                    new Column("姓名", 16, "必填，与证件一致"));

    private static final List<String> SAMPLE =
            List.of(
                    "示例-请勿删改",
                    "四川省",
                    "513326 道孚县",
                    "软件设计师",
                    "45.5",
                    "40",
                    "",
                    "",
                    "居民身份证",
                    "990101199001011234",
                    "虚构甲");

    private RosterTemplate() {}

    /**
     * @param session for whose first day the counties are listed
     */
    public static void write(SessionId session, OutputStream out) throws IOException {
        try (var book = new XSSFWorkbook()) {
            var ink = new Ink(book);
            var sheet = book.createSheet(SHEET);
            fill(sheet, ink, session);
            var lists = new DropDowns(book, ExamDays.about(session));
            var rows = new DropDowns.Rows(sheet, FIRST_ROW, LAST_ROW);
            lists.provinces(rows, PROVINCE);
            lists.counties(rows, PROVINCE + 1, PROVINCE);
            lists.qualifications(rows, 3);
            lists.standings(rows, 7);
            lists.identityTypes(rows, 8);
            explain(book.createSheet("填写说明"), ink);
            book.setActiveSheet(0);
            book.write(out);
        }
    }

    private static void fill(Sheet sheet, Ink ink, SessionId session) {
        var notes = sheet.createRow(0);
        ink.aside(
                notes,
                0,
                "※ " + session.chinese() + "名册。从第 4 行填起；第 1 行和第 3 行不读。灰色提示见各列表头的批注和“填写说明”。");
        ink.aside(notes, HIDDEN_COLUMN, VERSION);
        sheet.setColumnHidden(HIDDEN_COLUMN, true);
        var headings = sheet.createRow(1);
        var sample = sheet.createRow(2);
        for (int i = 0; i < COLUMNS.size(); i++) {
            var column = COLUMNS.get(i);
            sheet.setDefaultColumnStyle(i, ink.plain());
            sheet.setColumnWidth(i, column.width() * 256);
            var cell = ink.heading(headings, i, column.heading());
            note(sheet, i, column.note(), cell);
            ink.aside(sample, i, SAMPLE.get(i));
        }
        sheet.createFreezePane(1, 2);
    }

    private static void note(
            Sheet sheet, int column, String text, org.apache.poi.ss.usermodel.Cell cell) {
        CreationHelper hand = sheet.getWorkbook().getCreationHelper();
        var place = hand.createClientAnchor();
        place.setCol1(column);
        place.setCol2(column + 3);
        place.setRow1(1);
        place.setRow2(5);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(place);
        comment.setString(hand.createRichTextString(text));
        cell.setCellComment(comment);
    }

    private static void explain(Sheet sheet, Ink ink) {
        sheet.setColumnWidth(0, 26 * 256);
        sheet.setColumnWidth(1, 80 * 256);
        int next = 0;
        for (Column column : COLUMNS) {
            var row = sheet.createRow(next++);
            ink.heading(row, 0, column.heading());
            ink.put(row, 1, column.note(), false);
        }
        var last = sheet.createRow(next + 1);
        ink.put(last, 0, "公式、合并单元格、日期格式的单元格一律不收；隐藏的行照读。", false);
    }
}
