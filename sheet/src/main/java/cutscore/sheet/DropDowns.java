package cutscore.sheet;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;

/**
 * The lists behind drop-downs, on a hidden sheet, by name: a list written into the cell's own rule
 * breaks the file from 256 characters on.
 */
final class DropDowns {
    private static final String HIDDEN = "选项";
    private static final String PROVINCES = "省份";
    private static final String QUALIFICATIONS = "资格";
    private static final String STANDINGS = "状态";
    private static final String IDENTITY_TYPES = "证件";

    /** Before a province's name, so that no name can be taken for a cell. */
    private static final String COUNTIES = "县区_";

    private final Workbook book;
    private final Sheet hidden;
    private int next;

    DropDowns(Workbook book, LocalDate examDay) {
        this.book = book;
        this.hidden = book.createSheet(HIDDEN);
        var divisions = Divisions.builtIn();
        var provinces = divisions.provinces();
        list(
                QUALIFICATIONS,
                Qualifications.builtIn().all().stream().map(Qualification::name).toList());
        list(STANDINGS, List.of("违纪取消"));
        list(IDENTITY_TYPES, List.of("居民身份证", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "护照", "外国人永久居留身份证"));
        list(PROVINCES, provinces.stream().map(Division::name).toList());
        for (Division province : provinces) {
            var counties =
                    divisions.counties(province.code(), examDay).stream()
                            .map(county -> county.code().value() + " " + county.name())
                            .toList();
            if (!counties.isEmpty()) {
                list(COUNTIES + province.name(), counties);
            }
        }
        book.setSheetHidden(book.getSheetIndex(hidden), true);
    }

    private void list(String name, List<String> values) {
        int column = next++;
        for (int i = 0; i < values.size(); i++) {
            Row row = hidden.getRow(i) == null ? hidden.createRow(i) : hidden.getRow(i);
            row.createCell(column).setCellValue(values.get(i));
        }
        var named = book.createName();
        named.setNameName(name);
        String letter = SheetCell.address(column, 1).replaceAll("\\d", "");
        named.setRefersToFormula(HIDDEN + "!$" + letter + "$1:$" + letter + "$" + values.size());
    }

    /** Where drop-downs go. */
    record Rows(Sheet sheet, int first, int last) {}

    void provinces(Rows rows, int column) {
        byFormula(rows, column, PROVINCES, true);
    }

    /**
     * @param provinceColumn 0-based: its cell of the same row narrows the list
     */
    void counties(Rows rows, int column, int provinceColumn) {
        String cell = "$" + SheetCell.address(provinceColumn, rows.first() + 1L);
        byFormula(rows, column, "INDIRECT(\"" + COUNTIES + "\"&" + cell + ")", false);
    }

    void qualifications(Rows rows, int column) {
        byFormula(rows, column, QUALIFICATIONS, true);
    }

    void standings(Rows rows, int column) {
        byFormula(rows, column, STANDINGS, true);
    }

    void identityTypes(Rows rows, int column) {
        byFormula(rows, column, IDENTITY_TYPES, false);
    }

    private static void byFormula(Rows rows, int column, String formula, boolean strict) {
        var helper = rows.sheet().getDataValidationHelper();
        DataValidationConstraint constraint = helper.createFormulaListConstraint(formula);
        var cells = new CellRangeAddressList(rows.first(), rows.last(), column, column);
        DataValidation validation = helper.createValidation(constraint, cells);
        validation.setSuppressDropDownArrow(true);
        validation.setShowErrorBox(strict);
        validation.createErrorBox("不在列表里", "请从下拉列表里选。");
        rows.sheet().addValidationData(validation);
    }
}
