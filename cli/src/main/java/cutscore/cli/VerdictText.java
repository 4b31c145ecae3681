package cutscore.cli;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.seal.Reason;
import cutscore.kernel.seal.TrustBundle;
import cutscore.kernel.seal.Verdict;
import cutscore.kernel.seal.VerdictWords;
import cutscore.kernel.time.Beijing;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** A verdict for a terminal: the answer first, then why, then how old the facts are. */
final class VerdictText {
    private final Divisions divisions;

    VerdictText(Divisions divisions) {
        this.divisions = divisions;
    }

    void print(Verdict verdict, TrustBundle bundle, Instant now, PrintWriter out) {
        var sentence = new VerdictWords(divisions::fullName).of(verdict);
        out.println(verdict.kind().word() + "  " + sentence.zh());
        out.println("  " + sentence.en());
        var number = verdict.number();
        if (number != null) {
            out.println("编号 / number: " + number.printed());
        }
        for (Reason reason : verdict.reasons()) {
            out.println("原因 / reason: " + reason.name() + " " + reason.words());
        }
        verdict.basis().forEach(basis -> out.println("依据 / basis: " + basis));
        inList("公布标准时 / when the line was published", verdict.onIssue(), out);
        inList("查询日 / on the day asked", verdict.today(), out);
        if (verdict.kind() == Verdict.Kind.GENUINE && !verdict.places().isEmpty()) {
            printPlaces(verdict, out);
        }
        out.println(age(bundle, now));
        out.flush();
    }

    static long ageDays(TrustBundle bundle, Instant now) {
        return Math.max(0, Duration.between(bundle.asOf(), now).toDays());
    }

    private static void inList(
            String label,
            Verdict.@org.jspecify.annotations.Nullable InList answer,
            PrintWriter out) {
        if (answer != null) {
            var words = answer.in() ? "在名单内 / in the list" : "不在名单内 / not in the list";
            out.println(label + " (" + answer.day() + "): " + words);
        }
    }

    private void printPlaces(Verdict verdict, PrintWriter out) {
        out.println("有效地区 / places (" + verdict.places().size() + "): " + verdict.circular());
        var byPrefecture =
                verdict.places().stream()
                        .collect(
                                Collectors.groupingBy(
                                        DivisionCode::prefecture,
                                        java.util.TreeMap::new,
                                        Collectors.toList()));
        byPrefecture.forEach(
                (prefecture, counties) ->
                        out.println(
                                "  "
                                        + divisions.fullName(prefecture)
                                        + "："
                                        + counties.stream()
                                                .map(this::named)
                                                .collect(Collectors.joining("、"))));
    }

    private String named(DivisionCode code) {
        return divisions.find(code).map(d -> d.name() + " " + code).orElse(code.value());
    }

    private static String age(TrustBundle bundle, Instant now) {
        var days = ageDays(bundle, now);
        return "信任包截至 "
                + Beijing.text(bundle.asOf())
                + "，距今 "
                + days
                + " 天；此后是否被宣布无效，离线不能知道 / the trust bundle is "
                + days
                + " days old; a later annulment cannot be seen offline ("
                + bundle.environment()
                + ")";
    }
}
