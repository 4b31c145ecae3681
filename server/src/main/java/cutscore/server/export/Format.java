package cutscore.server.export;

import cutscore.kernel.Words;

/** As what kind of file. */
public enum Format {
    XLSX("xlsx", new Words("Excel / WPS 工作簿（.xlsx）", "workbook (.xlsx)")),
    CSV_UTF8("csv", new Words("CSV，UTF-8（带 BOM）", "CSV, UTF-8 with BOM")),
    CSV_GB18030("csv", new Words("CSV，GB18030", "CSV, GB18030"));

    private final String ending;
    private final Words words;

    Format(String ending, Words words) {
        this.ending = ending;
        this.words = words;
    }

    String ending() {
        return ending;
    }

    public Words words() {
        return words;
    }

    public String mediaType() {
        return this == XLSX
                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : "text/csv;charset=" + (this == CSV_UTF8 ? "UTF-8" : "GB18030");
    }
}
