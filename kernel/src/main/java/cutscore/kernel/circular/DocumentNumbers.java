package cutscore.kernel.circular;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Document numbers (文号): 人社厅发〔2022〕25号, whatever brackets they came in. */
final class DocumentNumbers {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "([\\p{IsHan}]{2,14})\\s*[\\[({<〖「]\\s*((?:19|20)\\d{2})\\s*[\\])}>〗」]\\s*第?\\s*(\\d{1,5})\\s*号");
    private static final Pattern LEAD =
            Pattern.compile(".*(?:根据|按照|依据|遵照|依照|以及|落实|印发|文件|转发|执行|参照|文号|精神|通知|规定|详见|见|即|及|和|与|按)");

    private DocumentNumbers() {}

    /** In the order of the text, each once. */
    static List<String> in(String folded) {
        var out = new LinkedHashSet<String>();
        var found = NUMBER.matcher(folded);
        while (found.find()) {
            String body = LEAD.matcher(found.group(1)).replaceFirst("");
            if (!body.isEmpty()) {
                out.add(body + "〔" + found.group(2) + "〕" + found.group(3) + "号");
            }
        }
        return new ArrayList<>(out);
    }
}
