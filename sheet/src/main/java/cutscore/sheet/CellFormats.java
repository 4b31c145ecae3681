package cutscore.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/**
 * Which number formats a workbook's cells have, as far as it matters: a date, scientific notation.
 */
final class CellFormats {
    private static final int MOST = 100_000;

    private final Map<Integer, String> own = new HashMap<>();
    private final List<Integer> byStyle = new ArrayList<>();
    private boolean inCellFormats;

    CellFormats(WorkbookParts parts) throws IOException {
        parts.styles((_, xml) -> at(xml));
    }

    private void at(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "numFmt" -> {
                String code = xml.getAttributeValue(null, "formatCode");
                if (code != null && own.size() < MOST) {
                    own.put(number(xml, "numFmtId"), code);
                }
            }
            case "cellXfs" -> inCellFormats = true;
            case "cellStyleXfs", "cellStyles", "dxfs" -> inCellFormats = false;
            case "xf" -> {
                if (inCellFormats && byStyle.size() < MOST) {
                    byStyle.add(number(xml, "numFmtId"));
                }
            }
            default -> {}
        }
    }

    private static int number(XMLStreamReader xml, String name) {
        String text = xml.getAttributeValue(null, name);
        return text == null || !text.matches("\\d{1,9}") ? 0 : Integer.parseInt(text);
    }

    /** A number in this style: a date, scientific, or plainly a number. */
    SheetCell.Kind kind(int style) {
        int format = style < 0 || style >= byStyle.size() ? 0 : byStyle.get(style);
        String code = own.get(format);
        if (code == null) {
            boolean date = (format >= 14 && format <= 22) || (format >= 27 && format <= 36);
            boolean time = (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
            boolean scientific = format == 11 || format == 48;
            return date || time
                    ? SheetCell.Kind.DATE
                    : scientific ? SheetCell.Kind.SCIENTIFIC : SheetCell.Kind.NUMBER;
        }
        // Colours, conditions and quoted words are no part of the pattern itself.
        String pattern = code.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.|_.", "");
        if (pattern.matches(".*[eE][+-].*")) {
            return SheetCell.Kind.SCIENTIFIC;
        }
        return pattern.matches("(?i).*[ymdhs年月日].*") && !pattern.equalsIgnoreCase("General")
                ? SheetCell.Kind.DATE
                : SheetCell.Kind.NUMBER;
    }
}
