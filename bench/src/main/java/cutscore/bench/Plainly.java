package cutscore.bench;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The yardsticks: what merely looking at the file costs, and what anybody would write first. */
final class Plainly {
    private static final ValueLayout.OfLong EIGHT =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Plainly() {}

    /** Adds up every byte of the mapped file, one after the other. */
    static long touchBytes(Path file) throws IOException {
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined()) {
            MemorySegment bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            long sum = 0;
            for (long at = 0; at < bytes.byteSize(); at++) {
                sum += bytes.get(ValueLayout.JAVA_BYTE, at);
            }
            return sum;
        }
    }

    /** The same, eight bytes at a time. */
    static long touchLongs(Path file) throws IOException {
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined()) {
            MemorySegment bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            long sum = 0;
            for (long at = 0; at + 8 <= bytes.byteSize(); at += 8) {
                sum += bytes.get(EIGHT, at);
            }
            return sum;
        }
    }

    /** A reader of lines, a split at the commas, no checks. */
    static String stream(Path roster, Set<DivisionCode> areas) throws IOException {
        Set<String> codes = new HashSet<>();
        areas.forEach(code -> codes.add(code.value()));
        Map<String, Qualification> qualifications =
                Qualifications.builtIn().all().stream()
                        .collect(Collectors.toMap(Qualification::name, Function.identity()));
        var tally = new Tally();
        try (BufferedReader lines = Files.newBufferedReader(roster)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",", -1);
                var qualification = qualifications.get(fields[2]);
                if (qualification == null) {
                    throw new IllegalStateException("no such qualification: " + fields[2]);
                }
                count(fields, qualification, codes, tally);
            }
        }
        return tally.answer();
    }

    private static void count(
            String[] fields, Qualification qualification, Set<String> codes, Tally tally) {
        boolean sat = !fields[3].isEmpty() || !fields[4].isEmpty() || !fields[5].isEmpty();
        if (!sat || !fields[6].isEmpty()) {
            return;
        }
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < qualification.subjects().size(); i++) {
            String mark = fields[3 + i];
            boolean none = mark.isEmpty() || mark.equals("违纪");
            lowest = Math.min(lowest, none ? -1 : (int) (2 * Double.parseDouble(mark)));
        }
        tally.add(qualification.level().name(), codes.contains(fields[1]), lowest, 1);
    }
}
