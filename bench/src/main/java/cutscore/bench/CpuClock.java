package cutscore.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;

/**
 * Processor time from the C library's getrusage(2), to the microsecond; the JVM's own answer goes
 * by hundredths of a second, too coarse for what takes one.
 */
final class CpuClock {
    private static final int SELF = 0;
    private static final int CHILDREN = -1;

    /** Generous: the structure is 144 bytes on Linux and macOS. */
    private static final long SIZE = 256;

    /** getrusage(2). */
    @FunctionalInterface
    public interface Usage {
        int read(int whose, MemorySegment into);
    }

    private static final Usage USAGE =
            MethodHandleProxies.asInterfaceInstance(Usage.class, ofTheLibrary());

    private CpuClock() {}

    /** Of this process with all its threads, in nanoseconds. */
    static long ofThisProcess() {
        return read(SELF);
    }

    /** Of the children that have ended and been waited for, in nanoseconds. */
    static long ofEndedChildren() {
        return read(CHILDREN);
    }

    private static long read(int whose) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment usage = arena.allocate(SIZE, 8);
            if (USAGE.read(whose, usage) != 0) {
                throw new IllegalStateException("getrusage failed");
            }
            return time(usage, 0) + time(usage, 16);
        }
    }

    @SuppressWarnings("restricted") // one call of the C library, by its documented form
    private static MethodHandle ofTheLibrary() {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find("getrusage").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    /** A timeval: seconds, and microseconds that macOS keeps in four bytes. */
    private static long time(MemorySegment usage, long at) {
        long seconds = usage.get(ValueLayout.JAVA_LONG, at);
        int micros = usage.get(ValueLayout.JAVA_INT, at + 8);
        return seconds * 1_000_000_000 + micros * 1_000L;
    }
}
