package cutscore.server.declaration.receipt;

import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.time.Beijing;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Holding;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a receipt says, on the page, on paper and in the picture alike.
 *
 * @param window the one it arrived in
 * @param provable whether the ledger's entry is published
 * @param holding who holds it now, and until when
 * @param withdrawable whether it may be withdrawn now
 * @param assisted who typed it for whom, when it was taken at the counter
 */
record Receipt(
        DeclarationView declaration,
        Optional<WindowOnRecord> window,
        boolean provable,
        Holding holding,
        boolean withdrawable,
        Optional<Assisted> assisted) {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** The two people of a counter (窗口代录): declarant and officer, by name. */
    record Assisted(String declarant, String officer) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "Assisted[]";
        }
    }

    /** One line of it. */
    record Line(Words label, Words value) {}

    /** 回执号#存证序号: nothing personal. */
    String code() {
        return declaration.receipt() + "#" + declaration.ledgerIndex();
    }

    String place() {
        return Divisions.builtIn().fullName(declaration.place());
    }

    /** The last four characters, to tell the receipts of a family apart. */
    String tail() {
        var number = declaration.admissionNumber();
        return number.substring(Math.max(0, number.length() - 4));
    }

    Words decision() {
        if (window.filter(w -> w.round() == Round.AT_REGISTRATION).isPresent()) {
            return new Words("随报名申报，按名单受理", "declared with the registration: accepted by list");
        }
        return window.filter(w -> !declaration.arrivedAt().isAfter(closes(w)))
                .map(_ -> new Words("在申报时间内到达，已受理", "arrived within the window: accepted"))
                .orElseGet(
                        () ->
                                new Words(
                                        "截止前开始填写，在公布的宽限内到达，已受理",
                                        "begun before the close and arrived within the announced"
                                                + " grace: accepted"));
    }

    static Instant opens(WindowOnRecord window) {
        return window.window().opens().toInstant();
    }

    static Instant closes(WindowOnRecord window) {
        return window.window().closes().toInstant();
    }

    /** After its approval others hold it, of whom this room knows nothing: its progress does. */
    boolean isApproved() {
        return declaration.stage() == Stage.APPROVED;
    }

    boolean isReturned() {
        return declaration.stage() == Stage.RETURNED;
    }

    /** Everything, in the order of importance. */
    List<Line> lines() {
        var lines = new java.util.ArrayList<Line>();
        lines.add(line("回执号", "Receipt", declaration.receipt()));
        lines.add(line("到达（北京时间）", "Arrived, Beijing time", second(declaration.arrivedAt())));
        lines.add(new Line(new Words("处理", "Decision"), decision()));
        window.ifPresent(
                w ->
                        lines.add(
                                line(
                                        "申报时间",
                                        "Window, both ends inside",
                                        minute(opens(w)) + " – " + minute(closes(w)))));
        lines.add(line("考试", "Session", declaration.session().chinese()));
        lines.add(line("资格", "Qualification", declaration.qualification()));
        assisted.ifPresent(
                both -> {
                    lines.add(line("申报人", "Declarant", both.declarant()));
                    lines.add(line("窗口代录人", "Typed at the counter by", both.officer()));
                });
        lines.add(line("准考证号末四位", "Admission number ends in", tail()));
        lines.add(new Line(new Words("理由", "Ground"), declaration.ground().words()));
        lines.add(line("地区", "Place", place()));
        lines.add(line("存证序号", "Ledger index", String.valueOf(declaration.ledgerIndex())));
        return List.copyOf(lines);
    }

    private static Line line(String zh, String en, String value) {
        return new Line(new Words(zh, en), new Words(value, value));
    }

    static String second(Instant moment) {
        return SECOND.format(moment.atOffset(Beijing.OFFSET));
    }

    private static String minute(Instant moment) {
        return MINUTE.format(moment.atOffset(Beijing.OFFSET));
    }
}
