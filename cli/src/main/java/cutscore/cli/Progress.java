package cutscore.cli;

import cutscore.kernel.csv.CsvSource;
import java.io.Console;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a long job is: a bar on a terminal, otherwise a line for every 5 %, always on stderr. */
final class Progress implements AutoCloseable {
    private static final long WORTH_SHOWING = 32L << 20;

    private final String task;
    private final long whole;
    private final PrintWriter err;
    private final @Nullable ProgressBar bar;
    private long done;
    private long told;

    /**
     * @param whole how much there is to do, in any unit
     */
    Progress(String task, long whole, boolean show, PrintWriter err) {
        this.task = task;
        this.whole = Math.max(1, whole);
        this.err = err;
        boolean terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        this.bar =
                show && terminal
                        ? new ProgressBarBuilder().setTaskName(task).setInitialMax(whole).build()
                        : null;
        this.told = show ? 0 : 100;
    }

    /** So much more is done; by any thread. */
    synchronized void advance(long more) {
        reach(done + more);
    }

    void reach(long reached) {
        done = Math.min(reached, whole);
        if (bar != null) {
            bar.stepTo(done);
            return;
        }
        long percent = 100 * done / whole;
        if (percent >= told + 5) {
            told = percent - percent % 5;
            err.println(task + " " + told + " %");
            err.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    /** Files that are read once, together. */
    static Progress over(List<Path> files, PrintWriter err) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        String task =
                files.size() == 1
                        ? String.valueOf(files.getFirst().getFileName())
                        : files.size() + " 份名册/rosters";
        return new Progress(task, size, size >= WORTH_SHOWING, err);
    }

    /** A table whose reading shows once it begins, if it ever does. */
    static CsvSource lazily(Path file, PrintWriter err) {
        return new CsvSource() {
            private @Nullable CsvSource shown;

            @Override
            public String name() {
                return file.toString();
            }

            @Override
            public InputStream open() throws IOException {
                if (shown == null) {
                    shown = reading(file, err);
                }
                return shown.open();
            }
        };
    }

    /** A table whose reading shows; it is read twice, once for its encoding. */
    static CsvSource reading(Path file, PrintWriter err) throws IOException {
        InputFile.existing(file);
        long size = Files.size(file);
        if (size < WORTH_SHOWING) {
            return CsvSource.of(file);
        }
        var progress = new Progress(String.valueOf(file.getFileName()), 2 * size, true, err);
        return new CsvSource() {
            @Override
            public String name() {
                return file.toString();
            }

            @Override
            public InputStream open() throws IOException {
                return new Watched(Files.newInputStream(file), progress, 2 * size);
            }
        };
    }

    private static final class Watched extends FilterInputStream {
        private final Progress progress;
        private final long whole;

        Watched(InputStream in, Progress progress, long whole) {
            super(in);
            this.progress = progress;
            this.whole = whole;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int got = super.read(into, at, length);
            progress.reach(progress.done + Math.max(0, got));
            return got;
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (progress.done >= whole) {
                progress.close();
            }
        }
    }
}
