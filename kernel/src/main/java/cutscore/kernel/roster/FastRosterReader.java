package cutscore.kernel.roster;

import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.seal.Digest;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Reads the roster files of one exam session as {@link RosterReader} does, faster: the same rows,
 * the same reports, whatever the number of threads.
 *
 * <p>Rows that are just as they should be are vouched for eight bytes at a time; any other line is
 * read by the strict reader's own rules. A file of which lines cannot be told apart (a line end
 * inside quotes, GB18030) is left to the strict reader, and so are all files when an admission
 * number may stand twice: only it says where.
 */
public final class FastRosterReader {
    private final RosterReader.Exam exam;
    private final FastFile.Setting setting;
    private final Asked asked;

    /**
     * What is asked of a reading beside its rows.
     *
     * @param threads at least 1
     * @param digests whether reports hold the files' SHA-256; else it is blank
     * @param unique whether admission numbers are held against each other
     * @param faultsKept how many faults a report keeps, at least 1
     */
    public record Asked(int threads, boolean digests, boolean unique, int faultsKept) {

        /** Everything the strict reader does. */
        public static Asked everything(int threads) {
            return new Asked(threads, true, true, RosterReader.FAULTS_KEPT);
        }

        /** The rows alone, every one validated. */
        public static Asked rowsAlone(int threads) {
            return new Asked(threads, false, false, RosterReader.FAULTS_KEPT);
        }
    }

    /**
     * What came of a reading.
     *
     * @param reports one for each file
     * @param sinks all that were given rows; when a report is not sound, its good rows among them
     */
    public record Reading<S extends RowSink>(List<RosterReport> reports, List<S> sinks) {
        public Reading {
            reports = List.copyOf(reports);
            sinks = List.copyOf(sinks);
        }
    }

    /**
     * @param examDay the exam's first day, for which division codes are judged
     * @param list of which sinks are told when an examinee's number is on it
     */
    public FastRosterReader(
            Divisions divisions,
            Qualifications qualifications,
            LocalDate examDay,
            NumberList list,
            Asked asked) {
        this(
                new RosterReader.Exam(divisions, qualifications, examDay, Optional.empty()),
                RosterCodes.of(divisions, qualifications, examDay),
                list,
                asked,
                FastFile.USUAL_STRETCH);
    }

    FastRosterReader(
            RosterReader.Exam exam, RosterCodes codes, NumberList list, Asked asked, int stretch) {
        this.exam = exam;
        this.setting =
                new FastFile.Setting(exam, codes, list, Math.max(1, asked.faultsKept()), stretch);
        this.asked = asked;
    }

    /** What the numbers mean that sinks are given. */
    public RosterCodes codes() {
        return setting.codes();
    }

    /**
     * Reads all files to their ends.
     *
     * @param sinks makes a sink; no two threads share one
     * @param progress is told, by any thread, how many bytes more are done
     * @throws cutscore.kernel.Unreadable when a file's encoding or format cannot be read at all
     */
    public <S extends RowSink> Reading<S> read(
            List<RosterFile> files, Supplier<S> sinks, LongConsumer progress) throws IOException {
        List<RosterReport> reports = new ArrayList<>();
        List<S> filled = new ArrayList<>();
        List<Fingerprints> prints = new ArrayList<>();
        for (RosterFile file : files) {
            var one = read(file, sinks, progress);
            reports.add(one.report());
            filled.addAll(one.sinks());
            prints.addAll(one.prints());
        }
        if (asked.unique() && !Fingerprints.allDiffer(prints)) {
            return strictly(files, sinks.get());
        }
        return new Reading<>(reports, filled);
    }

    private record OneFile<S>(RosterReport report, List<S> sinks, List<Fingerprints> prints) {}

    private <S extends RowSink> OneFile<S> read(
            RosterFile file, Supplier<S> sinks, LongConsumer progress) throws IOException {
        try (var arena = Arena.ofShared()) {
            return fast(new FastFile(file, setting, arena), sinks, progress);
        } catch (GiveUp e) {
            var sink = sinks.get();
            var prints = new Fingerprints();
            var report =
                    strictReader().read(file.source(), feed(sink), number -> prints.add(number));
            return new OneFile<>(report, List.of(sink), List.of(prints));
        } catch (InternalError e) {
            throw new IOException("the file changed while it was read: " + file.source().name(), e);
        }
    }

    private <S extends RowSink> OneFile<S> fast(
            FastFile file, Supplier<S> sinks, LongConsumer progress) throws IOException, GiveUp {
        var crew = new Crew<>(file, sinks, asked.unique(), progress);
        String[] sha256 = {""};
        List<Runnable> beside =
                asked.digests() ? List.of(() -> sha256[0] = sha256(file.bytes())) : List.of();
        crew.work(asked.threads(), beside);
        var report = file.report(crew.stretches(), sha256[0]);
        return new OneFile<>(report, crew.sinks(), crew.prints());
    }

    private <S extends RowSink> Reading<S> strictly(List<RosterFile> files, S sink)
            throws IOException {
        var reader = strictReader();
        List<RosterReport> reports = new ArrayList<>();
        for (RosterFile file : files) {
            reports.add(reader.read(file.source(), feed(sink)));
        }
        return new Reading<>(reports, List.of(sink));
    }

    private RosterReader strictReader() {
        return new RosterReader(
                exam.divisions(), exam.qualifications(), exam.day(), setting.faultsKept());
    }

    private SinkFeed feed(RowSink sink) {
        return new SinkFeed(setting.codes(), setting.list(), sink);
    }

    /** SHA-256 of bytes, in hexadecimal. */
    static String sha256(MemorySegment bytes) {
        var digest = Digest.sha256();
        byte[] some = new byte[1 << 16];
        for (long at = 0; at < bytes.byteSize(); at += some.length) {
            int length = (int) Math.min(some.length, bytes.byteSize() - at);
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, some, 0, length);
            digest.update(some, 0, length);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
