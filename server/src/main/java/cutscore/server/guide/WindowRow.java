package cutscore.server.guide;

import cutscore.kernel.Words;
import cutscore.server.exam.WindowExtension;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.exam.WindowWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One window as it stands now.
 *
 * @param begins where its line begins on the common scale of 0 to {@link #WIDTH}
 * @param ends where it ends
 * @param now where the clock stands
 */
record WindowRow(
        WindowOnRecord window,
        List<WindowExtension> extensions,
        Instant at,
        int begins,
        int ends,
        int now) {
    static final int WIDTH = 640;

    boolean isOpen() {
        return !window.isBefore(at) && !at.isAfter(window.window().closes().toInstant());
    }

    boolean isComing() {
        return window.isBefore(at);
    }

    /** After the close, while what was begun before it may still arrive. */
    boolean isInGrace() {
        return !isOpen() && !isComing() && !window.isAfter(at);
    }

    String province() {
        return WindowWords.province(window.province());
    }

    /** 还剩 3 天. */
    Words standing() {
        if (isComing()) {
            var left = length(window.window().opens().toInstant());
            return new Words("还有 " + left.zh() + "开始", "opens in " + left.en());
        }
        if (isOpen()) {
            var left = length(window.window().closes().toInstant());
            return new Words("正在申报，还剩 " + left.zh(), "open, " + left.en() + " left");
        }
        return isInGrace()
                ? new Words("已截止；截止前已开始的还可以提交", "closed; what was begun before may still arrive")
                : new Words("已结束", "closed");
    }

    private Words length(Instant end) {
        return WindowWords.length(Duration.between(at, end));
    }

    /** All on one scale, from the first opening to the last close, the clock within it. */
    static List<WindowRow> of(
            List<WindowOnRecord> windows,
            java.util.function.Function<WindowOnRecord, List<WindowExtension>> extensions,
            Instant now) {
        if (windows.isEmpty()) {
            return List.of();
        }
        long first = now.getEpochSecond();
        long last = first;
        for (var window : windows) {
            first = Math.min(first, window.window().opens().toEpochSecond());
            last = Math.max(last, window.window().closes().toEpochSecond());
        }
        long from = first;
        long length = Math.max(1, last - first);
        return windows.stream()
                .map(
                        w ->
                                new WindowRow(
                                        w,
                                        extensions.apply(w),
                                        now,
                                        place(w.window().opens().toInstant(), from, length),
                                        Math.max(
                                                place(w.window().opens().toInstant(), from, length)
                                                        + 3,
                                                place(
                                                        w.window().closes().toInstant(),
                                                        from,
                                                        length)),
                                        place(now, from, length)))
                .toList();
    }

    private static int place(Instant moment, long from, long length) {
        return 2 + (int) ((moment.getEpochSecond() - from) * (WIDTH - 4) / length);
    }
}
