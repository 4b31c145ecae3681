package cutscore.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A workbook's table of texts. A roster's hardly repeat, so there are as many as cells: they lie in
 * a file of their own that goes with the reading, and memory holds only where each begins.
 */
final class SharedTexts implements AutoCloseable {
    private static final int IN_MEMORY = 4 << 20;

    private long[] ends = new long[1 << 10];
    private int count;
    private byte[] held = new byte[1 << 16];
    private int holding;
    private long written;
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private @Nullable Arena arena;
    private MemorySegment all = MemorySegment.NULL;

    void add(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (holding + bytes.length > IN_MEMORY) {
            spill();
        }
        if (holding + bytes.length > held.length) {
            held = Arrays.copyOf(held, Math.max(2 * held.length, holding + bytes.length));
        }
        System.arraycopy(bytes, 0, held, holding, bytes.length);
        holding += bytes.length;
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = written + holding;
    }

    @SuppressWarnings("resource") // closed when all are in, and with this
    private void spill() throws IOException {
        if (out == null) {
            file = Files.createTempFile("cutscore-", ".texts");
            out = Files.newOutputStream(file);
        }
        out.write(held, 0, holding);
        written += holding;
        holding = 0;
    }

    /** To be called between the last {@link #add} and the first {@link #get}. */
    @SuppressWarnings("MustBeClosedChecker") // closed with this
    void finish() throws IOException {
        if (out == null || file == null) {
            all = MemorySegment.ofArray(held);
            return;
        }
        spill();
        out.close();
        held = new byte[0];
        var mapped = Arena.ofConfined();
        arena = mapped;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), mapped);
        }
    }

    /** Empty when there is no such text. */
    String get(int index) {
        if (index < 0 || index >= count) {
            return "";
        }
        long from = index == 0 ? 0 : ends[index - 1];
        byte[] bytes = new byte[(int) (ends[index] - from)];
        MemorySegment.copy(all, ValueLayout.JAVA_BYTE, from, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        if (arena != null) {
            arena.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
