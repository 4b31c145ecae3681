package cutscore.cli.ledger;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.merkle.ReceiptCheck;
import cutscore.kernel.merkle.ReceiptProof;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.VerifierKey;
import cutscore.kernel.time.Beijing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a receipt's proof says, in plain words. */
final class ProofText {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private ProofText() {}

    static List<String> lines(ReceiptCheck.Report report, ReceiptProof proof, VerifierKey key) {
        var lines = new ArrayList<String>();
        lines.add(
                report.isSound()
                        ? "回执证明成立 / the receipt's proof is sound"
                        : "回执证明不成立 / the receipt's proof is NOT sound");
        if (report.isSound()) {
            report.act().ifPresent(act -> act(act, lines));
            report.declared().ifPresent(declared -> declared(declared, lines));
            if (report.declared().isEmpty()) {
                lines.add("  （没有附申报内容，只证明条目在存证里 / no declaration is enclosed: it proves that the");
                lines.add("   entry is in the ledger, not whose it is）");
            }
        }
        lines.add("  存证序号 index     " + proof.index());
        report.checkpoint()
                .ifPresent(
                        checkpoint -> {
                            lines.add("  存证 log           " + checkpoint.origin());
                            lines.add("  签署时条数 size    " + checkpoint.size());
                            lines.add("  根 root            " + checkpoint.root().hex());
                        });
        lines.add("  公钥 key           " + key.text());
        report.findings().forEach(finding -> lines.add("  ✗ " + finding.what()));
        return lines;
    }

    private static void act(Json.Obj act, List<String> lines) {
        var body = act.object("body");
        lines.add("  事项 act           " + kind(act.text("kind")));
        body.textIfAny("session").ifPresent(id -> lines.add("  考试 session       " + session(id)));
        body.textIfAny("province")
                .ifPresent(code -> lines.add("  省份 province      " + place(code)));
        body.textIfAny("ground").ifPresent(name -> lines.add("  理由 ground        " + ground(name)));
        lines.add("  到达 arrived       " + beijing(act.text("at")) + " 北京时间 Beijing time");
        body.textIfAny("commitment").ifPresent(text -> lines.add("  承诺值 commitment  " + text));
    }

    private static void declared(Json.Obj declared, List<String> lines) {
        lines.add("  附上的申报内容打开了承诺值 / the declaration enclosed opens the commitment:");
        declared.textIfAny("admissionNumber")
                .ifPresent(number -> lines.add("    准考证号 admission number  " + number));
        declared.textIfAny("person")
                .ifPresent(digest -> lines.add("    本人摘要 person digest     " + digest));
        declared.textIfAny("place")
                .ifPresent(code -> lines.add("    地区 place                 " + place(code)));
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "declaration.submitted" -> "申报到达 declaration submitted";
            case "declaration.resubmitted" -> "补正后再次提交 declaration sent again, corrected";
            case "declaration.withdrawn" -> "申报撤回 declaration withdrawn";
            default -> kind;
        };
    }

    private static String ground(String name) {
        return switch (name) {
            case "REGISTERED" -> "报名地在单独划线地区 registered in a line area";
            case "HOUSEHOLD" -> "户籍在单独划线地区 household register in a line area";
            case "WORKS" -> "到单独划线地区工作 works in a line area";
            default -> name;
        };
    }

    private static String session(String id) {
        try {
            return new SessionId(id).chinese() + " " + id;
        } catch (IllegalArgumentException e) {
            return id;
        }
    }

    private static String place(String code) {
        try {
            return Divisions.builtIn().fullName(new DivisionCode(code)) + " " + code;
        } catch (IllegalArgumentException e) {
            return code;
        }
    }

    private static String beijing(String time) {
        Instant at = OffsetDateTime.parse(time).toInstant();
        return SECOND.format(at.atOffset(Beijing.OFFSET));
    }
}
