package cutscore.sheet;

/**
 * One cell as the file has it.
 *
 * @param column 0-based
 * @param kind what the file says it is
 * @param text what stands in it; of a number its digits, 15 significant ones at most
 */
record SheetCell(int column, Kind kind, String text) {

    enum Kind {
        TEXT,
        /** A number that is exact in the file. */
        NUMBER,
        /** A number that is exact in the file, shown in scientific notation. */
        SCIENTIFIC,
        /** A number of more than 15 digits: its last ones were lost when it was typed. */
        ROUNDED,
        DATE,
        TRUTH,
        FORMULA,
        ERROR
    }

    boolean isBlank() {
        return text.isBlank() && kind == Kind.TEXT;
    }

    /** {@code C17} of the 0-based column and the 1-based row. */
    static String address(int column, long row) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row).toString();
    }
}
