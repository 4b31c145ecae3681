package cutscore.sheet;

import cutscore.kernel.Fault;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a spreadsheet can have done to a cell, and what its text means then. */
final class CellRules {
    private static final Pattern CODE_AND_NAME = Pattern.compile("([1-9][0-9]{5})[ \u3000](.+)");

    private final String input;
    private final Divisions divisions;

    CellRules(String input, Divisions divisions) {
        this.input = input;
        this.divisions = divisions;
    }

    /** What is wrong with a cell before anybody asks for its meaning. */
    Optional<Fault> fault(SheetCell cell, long line, int column, String heading) {
        boolean number = TableHeadings.isNumber(heading);
        return Optional.ofNullable(
                switch (cell.kind()) {
                    case TEXT -> lineBreak(cell, line, column, heading);
                    case NUMBER -> null;
                    case ROUNDED -> rounded(line, column, heading);
                    case SCIENTIFIC -> number ? rounded(line, column, heading) : null;
                    case DATE ->
                            fault(
                                    "CELL_DATE",
                                    new Place(line, column, heading),
                                    new Words("这一格是日期或时间", "this cell is a date or a time"),
                                    new Words(
                                            "请把该列设为文本后重新填写",
                                            "make the column text, type it again"));
                    case TRUTH, ERROR ->
                            fault(
                                    "CELL_ERROR",
                                    new Place(line, column, heading),
                                    new Words(
                                            "这一格是逻辑值或错误值",
                                            "this cell is a truth value or an error"),
                                    new Words("请填写文字或数字", "fill in a text or a number"));
                    case FORMULA ->
                            fault(
                                    "CELL_FORMULA",
                                    new Place(line, column, heading),
                                    new Words(
                                            "这一格是公式，公式不计算",
                                            "this cell is a formula; none is computed"),
                                    new Words("请复制后“选择性粘贴为数值”", "copy it and paste its value"));
                });
    }

    private @Nullable Fault lineBreak(SheetCell cell, long line, int column, String heading) {
        return cell.text().chars().noneMatch(c -> c == '\n' || c == '\r')
                ? null
                : fault(
                        "CELL_LINE_BREAK",
                        new Place(line, column, heading),
                        new Words("这一格里有换行", "there is a line break in this cell"),
                        new Words("删去换行", "remove it"));
    }

    private Fault rounded(long line, int column, String heading) {
        return fault(
                "CELL_ROUNDED",
                new Place(line, column, heading),
                new Words(
                        "末位已被 Excel 改为 0，请把该列设为文本后重新填写",
                        "the spreadsheet has turned the last digits into 0"),
                new Words(
                        "先把整列设为文本格式，再从原始材料重新填写完整号码",
                        "make the column text, then type the whole number again from its source"));
    }

    private record Place(long line, int column, String heading) {}

    private Fault fault(String code, Place at, Words what, Words mend) {
        String heading = at.heading().isEmpty() ? null : at.heading();
        return new Fault(code, input, at.line(), at.column() + 1, heading, what, mend);
    }

    /** The template's lists say code and name; the code counts, if the name is its own. */
    String meaning(SheetCell cell, String heading) {
        if (!TableHeadings.isDivision(heading)) {
            return cell.text();
        }
        var both = CODE_AND_NAME.matcher(cell.text().strip());
        if (!both.matches()) {
            return cell.text();
        }
        String code = both.group(1);
        String name = both.group(2).strip();
        return divisions
                .find(new DivisionCode(code))
                .filter(found -> found.name().equals(name))
                .map(_ -> code)
                .orElse(cell.text());
    }
}
