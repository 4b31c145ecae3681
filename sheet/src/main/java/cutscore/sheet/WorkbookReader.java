package cutscore.sheet;

import cutscore.kernel.csv.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one sheet of a workbook row by row, in memory that does not grow with it. Cells are what
 * the file says; formulas are told as such and never computed.
 */
final class WorkbookReader {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final MathContext AS_SHOWN = new MathContext(15);

    /** From here on a number has more digits than a spreadsheet keeps. */
    private static final BigDecimal ROUNDED = new BigDecimal("1E15");

    private static final int LONGEST_NUMBER = 40;
    private static final int MOST_PLACES = 400;

    private final WorkbookParts parts;
    private final CellFormats formats;
    private final SharedTexts texts;
    private final Taker taker;
    private final List<String> merged = new ArrayList<>();

    private long row;
    private int column;
    private List<SheetCell> cells = new ArrayList<>();
    private String type = "";
    private int style;
    private boolean formula;
    private boolean phonetic;
    private boolean inText;
    private @Nullable StringBuilder text;

    /** Takes rows as they come. */
    interface Taker {
        /**
         * @param number the row's, 1-based
         * @param cells in order, without the empty ones
         */
        void row(long number, List<SheetCell> cells) throws IOException;
    }

    private WorkbookReader(WorkbookParts parts, SharedTexts texts, Taker taker) throws IOException {
        this.parts = parts;
        this.formats = new CellFormats(parts);
        this.texts = texts;
        this.taker = taker;
    }

    /**
     * What is told beside the rows.
     *
     * @param sheet which one was read
     * @param merged ranges of merged cells, the first hundred
     */
    record Read(String sheet, List<String> merged) {
        Read {
            merged = List.copyOf(merged);
        }
    }

    /**
     * @param name the file's, for faults
     * @throws cutscore.kernel.Unreadable when it is no workbook, or an unsafe one
     */
    static Read read(Path file, String name, String preferredSheet, Taker taker)
            throws IOException {
        try (var parts = open(file, name, preferredSheet);
                var texts = new SharedTexts()) {
            var reader = new WorkbookReader(parts, texts, taker);
            reader.readTexts();
            parts.sheet(reader::at);
            return new Read(parts.sheetName(), reader.merged);
        }
    }

    private static WorkbookParts open(Path file, String name, String preferred) {
        try {
            return new WorkbookParts(file, name, preferred);
        } catch (IOException e) {
            throw SheetRefusal.broken(name);
        }
    }

    private void readTexts() throws IOException {
        parts.sharedTexts(
                (event, xml) -> {
                    if (event == XMLStreamConstants.END_ELEMENT
                            && xml.getLocalName().equals("si")) {
                        texts.add(ended());
                    } else if (event == XMLStreamConstants.START_ELEMENT
                            && xml.getLocalName().equals("si")) {
                        text = new StringBuilder();
                    } else {
                        textual(event, xml);
                    }
                });
        texts.finish();
        text = null;
    }

    private void at(int event, XMLStreamReader xml) throws IOException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> end(xml);
            default -> textual(event, xml);
        }
    }

    private void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "row" -> {
                String r = xml.getAttributeValue(null, "r");
                row = r == null ? row + 1 : number(r);
                column = -1;
                cells = new ArrayList<>();
            }
            case "c" -> {
                String r = xml.getAttributeValue(null, "r");
                column = r == null ? column + 1 : columnOf(r);
                type = attribute(xml, "t", "n");
                style = (int) number(attribute(xml, "s", "0"));
                formula = false;
                text = null;
            }
            case "f" -> formula = true;
            case "v" -> {
                text = new StringBuilder();
                inText = true;
            }
            case "is" -> text = new StringBuilder();
            case "mergeCell" -> {
                if (merged.size() < 100) {
                    merged.add(attribute(xml, "ref", ""));
                }
            }
            default -> textual(XMLStreamConstants.START_ELEMENT, xml);
        }
    }

    private void end(XMLStreamReader xml) throws IOException {
        switch (xml.getLocalName()) {
            case "v" -> inText = false;
            case "c" -> {
                if (column < CsvReader.MOST_COLUMNS + 10) {
                    cell().ifPresent(cells::add);
                }
                text = null;
            }
            case "row" -> taker.row(row, cells);
            default -> textual(XMLStreamConstants.END_ELEMENT, xml);
        }
    }

    /** Readings above Chinese words (rPh) are no part of a text. */
    private void textual(int event, XMLStreamReader xml) {
        if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
            boolean begins = event == XMLStreamConstants.START_ELEMENT;
            if (xml.getLocalName().equals("rPh")) {
                phonetic = begins;
            } else if (xml.getLocalName().equals("t")) {
                inText = begins;
            }
            return;
        }
        boolean words =
                event == XMLStreamConstants.CHARACTERS
                        || event == XMLStreamConstants.CDATA
                        || event == XMLStreamConstants.SPACE;
        boolean wanted = inText && !phonetic && words;
        if (wanted && text != null && text.length() <= CsvReader.LONGEST_FIELD) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    private String ended() {
        return text == null ? "" : text.toString();
    }

    private java.util.Optional<SheetCell> cell() {
        String value = ended();
        if (formula) {
            return java.util.Optional.of(of(SheetCell.Kind.FORMULA, unescaped(value)));
        }
        if (value.isEmpty()) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(
                switch (type) {
                    case "s" ->
                            of(
                                    SheetCell.Kind.TEXT,
                                    unescaped(texts.get((int) number(value.strip()))));
                    case "inlineStr", "str" -> of(SheetCell.Kind.TEXT, unescaped(value));
                    case "b" -> of(SheetCell.Kind.TRUTH, value.equals("1") ? "TRUE" : "FALSE");
                    case "d" -> of(SheetCell.Kind.DATE, value);
                    case "e" -> of(SheetCell.Kind.ERROR, value);
                    default -> numeric(value.strip());
                });
    }

    private SheetCell of(SheetCell.Kind kind, String value) {
        return new SheetCell(column, kind, value);
    }

    private SheetCell numeric(String value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.length() > LONGEST_NUMBER ? "none" : value);
        } catch (NumberFormatException e) {
            return of(SheetCell.Kind.ERROR, value);
        }
        if (Math.abs((long) number.scale()) > MOST_PLACES) {
            return of(SheetCell.Kind.ERROR, value);
        }
        String digits = number.round(AS_SHOWN).stripTrailingZeros().toPlainString();
        return number.abs().compareTo(ROUNDED) >= 0
                ? of(SheetCell.Kind.ROUNDED, digits)
                : of(formats.kind(style), digits);
    }

    /** Controls stand as {@code _x000D_} in a workbook's texts (ECMA-376-1, 22.9.2.19). */
    private static String unescaped(String value) {
        return value.contains("_x")
                ? ESCAPED.matcher(value)
                        .replaceAll(
                                hex ->
                                        Matcher.quoteReplacement(
                                                String.valueOf(
                                                        (char) Integer.parseInt(hex.group(1), 16))))
                : value;
    }

    private static String attribute(XMLStreamReader xml, String name, String otherwise) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? otherwise : value;
    }

    private static long number(String digits) {
        return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : -1;
    }

    private static int columnOf(String reference) {
        int column = 0;
        for (int i = 0; i < Math.min(3, reference.length()); i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = 26 * column + c - 'A' + 1;
        }
        return column - 1;
    }
}
