package cutscore.server.exam.desk;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowDraft;
import cutscore.server.web.FieldFault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A window as typed, to be shown again when something cannot be read.
 *
 * @param opens Beijing time, 2023-08-22T09:00
 * @param closes likewise, inside
 * @param grace minutes
 * @param trail hours
 * @param circular its number in the list of circulars
 */
record WindowForm(
        String session,
        String province,
        String round,
        String opens,
        String closes,
        String grace,
        String trail,
        String circular) {

    static final WindowForm EMPTY =
            new WindowForm("", "", Round.ORDINARY.name(), "", "", "0", "0", "");

    /** As a form sends it; what is not there is empty. */
    static WindowForm of(Map<String, String> typed) {
        return new WindowForm(
                typed.getOrDefault("session", ""),
                typed.getOrDefault("province", ""),
                typed.getOrDefault("round", ""),
                typed.getOrDefault("opens", ""),
                typed.getOrDefault("closes", ""),
                typed.getOrDefault("grace", ""),
                typed.getOrDefault("trail", ""),
                typed.getOrDefault("circular", ""));
    }

    /** The draft, or empty with what is wrong added to the faults. */
    Optional<WindowDraft> read(List<FieldFault> faults) {
        var before = faults.size();
        var what = read(faults, "session", session, SessionId::new, NOT_A_SESSION);
        var where = read(faults, "province", province, DivisionCode::new, NOT_A_PROVINCE);
        var which = read(faults, "round", round, Round::valueOf, NOT_A_ROUND);
        var from = read(faults, "opens", opens, WindowForm::beijing, NOT_A_TIME);
        var to = read(faults, "closes", closes, WindowForm::beijing, NOT_A_TIME);
        var minutes = read(faults, "grace", grace, Integer::valueOf, NOT_A_NUMBER);
        var hours = read(faults, "trail", trail, Integer::valueOf, NOT_A_NUMBER);
        var source = read(faults, "circular", circular, UUID::fromString, NOT_A_CIRCULAR);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            faults.add(new FieldFault("closes", ENDS_BEFORE));
        }
        if (faults.size() > before) {
            return Optional.empty();
        }
        return Optional.of(
                new WindowDraft(
                        what.orElseThrow(),
                        where.orElseThrow(),
                        which.orElseThrow(),
                        new Window(from.orElseThrow(), to.orElseThrow()),
                        Duration.ofMinutes(minutes.orElseThrow()),
                        Duration.ofHours(hours.orElseThrow()),
                        source.orElseThrow()));
    }

    /** A time as a form sends it, in Beijing. */
    static OffsetDateTime beijing(String typed) {
        return LocalDateTime.parse(typed.strip()).atOffset(Beijing.OFFSET);
    }

    static <T> Optional<T> read(
            List<FieldFault> faults,
            String field,
            String typed,
            Function<String, T> reader,
            Words wrong) {
        try {
            return Optional.of(reader.apply(typed.strip()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            faults.add(new FieldFault(field, wrong));
            return Optional.empty();
        }
    }

    static List<FieldFault> none() {
        return new ArrayList<>();
    }

    static final Words NOT_A_TIME =
            new Words(
                    "时间读不懂，请写成 2023-08-22T09:00 这样（北京时间）",
                    "This time cannot be read; write it like 2023-08-22T09:00 (Beijing time)");
    private static final Words NOT_A_SESSION = new Words("请选一次考试", "Choose an exam session");
    private static final Words NOT_A_PROVINCE = new Words("请选一个省", "Choose a province");
    private static final Words NOT_A_ROUND = new Words("请选一种申报", "Choose a round");
    private static final Words NOT_A_NUMBER =
            new Words("请填一个整数，没有就填 0", "Give a whole number; 0 if there is none");
    private static final Words NOT_A_CIRCULAR =
            new Words(
                    "请从通知页点“据此公布申报时间”，它会把通知编号带过来",
                    "Start from the circular's page: it brings the circular's number along");
    private static final Words ENDS_BEFORE =
            new Words("截止时间早于开始时间，请核对通知", "It closes before it opens; check the circular");
}
