package cutscore.kernel.roster;

import cutscore.kernel.csv.CsvSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A roster's bytes, as a stream for the strict reader and at once for the fast one. */
public interface RosterFile {

    /** For the strict reader; it has the name that reports show. */
    CsvSource source();

    /**
     * All bytes, mapped or copied, for as long as the arena is open. They must not change
     * meanwhile.
     */
    MemorySegment bytes(Arena arena) throws IOException;

    /** A file on disk, mapped. */
    static RosterFile of(Path file) {
        return of(file, CsvSource.of(file));
    }

    /**
     * @param source the same file as a stream, for instance one that shows how far it is
     */
    static RosterFile of(Path file, CsvSource source) {
        return new RosterFile() {
            @Override
            public CsvSource source() {
                return source;
            }

            @Override
            public MemorySegment bytes(Arena arena) throws IOException {
                try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    return channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
                }
            }
        };
    }

    /** Bytes in memory. */
    static RosterFile of(String name, byte[] content) {
        return new RosterFile() {
            @Override
            public CsvSource source() {
                return CsvSource.of(name, content);
            }

            @Override
            public MemorySegment bytes(Arena arena) {
                return arena.allocateFrom(ValueLayout.JAVA_BYTE, content);
            }
        };
    }
}
