package cutscore.server;

import cutscore.kernel.seal.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A cycle's summary for people. */
final class SummaryText {
    private SummaryText() {}

    static List<String> lines(Json.Obj summary, Path out) {
        var lines = new ArrayList<String>();
        lines.add("考次 / session            " + summary.text("session"));
        lines.add("地区 / line areas         " + summary.object("areas").whole("count"));
        lines.add("考生 / examinees          " + summary.whole("examinees"));
        lines.add(
                "申报、通过 / declared, approved  "
                        + summary.whole("declared")
                        + ", "
                        + summary.whole("approved"));
        summary.array("line").forEach(line -> lines.add("标准线 / line             " + line(line)));
        lines.add("证书 / certificates       " + summary.whole("issued"));
        var verified = summary.object("verified");
        lines.add(
                "验证：此地有效、别处、无效 / valid here, elsewhere, void  "
                        + verified.whole("validHere")
                        + ", "
                        + verified.whole("validElsewhere")
                        + ", "
                        + verified.whole("void"));
        var ledger = summary.object("ledger");
        lines.add("存证 / ledger             " + ledger.whole("size") + "  " + ledger.text("root"));
        lines.add("文件 / files              " + out);
        return lines;
    }

    private static String line(Json json) {
        if (!(json instanceof Json.Obj line)) {
            return "";
        }
        String value =
                line.textIfAny("mark")
                        .map(mark -> mark)
                        .orElse("不单独划线，全国标准 / the national line stands");
        return line.text("key") + "  " + value;
    }
}
