package cutscore.server;

import cutscore.server.cycle.Progress;
import cutscore.server.cycle.Stage;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress on standard error: a line for each stage, and a bar where a terminal shows it. */
final class StageLine implements Progress {
    private final PrintWriter err;
    private final boolean terminal =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private final Map<Stage, Long> millis = new EnumMap<>(Stage.class);
    private @Nullable Stage current;
    private @Nullable ProgressBar bar;
    private long since;

    StageLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void begins(Stage stage, long of) {
        current = stage;
        since = System.nanoTime();
        if (terminal && of > 0) {
            bar =
                    new ProgressBarBuilder()
                            .setTaskName(stage.words().zh())
                            .setInitialMax(of)
                            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                            .setUpdateIntervalMillis(200)
                            .clearDisplayOnFinish()
                            .build();
        }
    }

    @Override
    public void at(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void ends() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        if (current != null) {
            long took = (System.nanoTime() - since) / 1_000_000;
            millis.merge(current, took, Long::sum);
            err.printf(
                    Locale.ROOT,
                    "▸ %s  %d.%01d s%n",
                    current.words(),
                    took / 1000,
                    took % 1000 / 100);
            err.flush();
            current = null;
        }
    }

    @Override
    public Map<Stage, Long> millis() {
        return Collections.unmodifiableMap(millis);
    }
}
