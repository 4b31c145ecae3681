package cutscore.kernel.roster;

import java.lang.foreign.MemorySegment;

/**
 * Reads rows that are just as they should be, eight bytes at a time, and vouches for them: what it
 * takes, the strict reader would take in the same way. Of anything else it only says that it will
 * not vouch. Used by one thread.
 *
 * <p>The bytes must go on for {@link #SLACK} bytes after the last row it is asked for.
 */
final class PlainRows {
    /** How far it may look beyond a row. */
    static final int SLACK = 8 * QualificationTexts.WORDS + 8;

    /** The answer for a row that it will not vouch for. */
    static final long ODD = -1;

    private static final int LONGEST_NUMBER = 32;
    private static final int LONGEST_TEXT = 8_000;
    private static final long VOIDED_WORD = 0x646564696F76L;
    private static final long ZEROS = 0x303030303030L;
    private static final long HIGH_NIBBLES = 0xF0F0F0F0F0F0L;
    private static final long SIXES = 0x060606060606L;

    private final MemorySegment bytes;
    private final DivisionCodes divisions;
    private final MarkTexts texts;
    private final QualificationTexts names;
    private final int[] kinds;
    private final long[] separators;
    private final int afterLast;
    private final int[][] subjects;
    private final int[] others;
    private final int[] fullMarks;

    private final int[] marks;
    private long print;
    private long numberAt;
    private int numberLength;
    private int division;
    private int qualification;
    private boolean voided;
    private int filled;
    private int first;
    private int second;
    private int third;

    PlainRows(MemorySegment bytes, Columns columns, RosterCodes codes) {
        this.bytes = bytes;
        this.divisions = codes.codes();
        this.texts = codes.marks();
        this.names = columns.names();
        this.kinds = columns.kinds();
        this.separators = new long[kinds.length];
        for (int c = 0; c < kinds.length; c++) {
            separators[c] = Swar.all(columns.separator(c));
        }
        this.afterLast = columns.afterLast();
        this.subjects = columns.subjects();
        this.others = columns.others();
        this.fullMarks = columns.fullMarks();
        this.marks = new int[columns.marks()];
    }

    /**
     * Reads the row that begins there.
     *
     * @return where the next line begins, or {@link #ODD}
     */
    long read(long at) {
        long next = at;
        int mark = 0;
        voided = false;
        filled = 0;
        for (int c = 0; c < kinds.length && next != ODD; c++) {
            long separator = separators[c];
            next =
                    switch (kinds[c]) {
                        case Columns.NUMBER -> number(next, separator);
                        case Columns.DIVISION -> division(next, separator);
                        case Columns.QUALIFICATION -> qualification(next);
                        case Columns.MARK -> mark(next, separator, mark++);
                        case Columns.STANDING -> standing(next, separator);
                        default -> text(next, separator);
                    };
        }
        if (next == ODD || !marksFit()) {
            return ODD;
        }
        return afterLast == 0 ? next : lineFeed(next);
    }

    private long lineFeed(long at) {
        return bytes.get(Swar.BYTE, at) == '\n' ? at + 1 : ODD;
    }

    /** Whether no mark is above the full one and other qualifications' subjects are blank. */
    private boolean marksFit() {
        int[] own = subjects[qualification];
        first = marks[own[0]];
        second = marks[own[1]];
        third = marks[own[2]];
        int highest = Math.max(Math.max(first, second), third);
        return highest <= fullMarks[qualification] && (filled & others[qualification]) == 0;
    }

    private long number(long from, long separator) {
        long at = from;
        long mixed = 0;
        numberAt = from;
        long word = bytes.get(Swar.WORD, at);
        long stops = Swar.unplain(word);
        while (stops == 0) {
            mixed = Fingerprints.with(mixed, word);
            at += 8;
            if (at - from > LONGEST_NUMBER) {
                return ODD;
            }
            word = bytes.get(Swar.WORD, at);
            stops = Swar.unplain(word);
        }
        int before = Swar.before(stops);
        print = Fingerprints.finished(Fingerprints.with(mixed, Swar.head(word, stops)));
        long end = at + before;
        numberLength = (int) (end - from);
        boolean ends = (((word ^ separator) >>> (8 * before)) & 0xff) == 0;
        boolean sound = numberLength >= 1 && numberLength <= LONGEST_NUMBER;
        return ends && sound ? end + 1 : dashedNumber(from, separator);
    }

    /** A number with other signs of ASCII than letters and digits, but no space. */
    private long dashedNumber(long from, long separator) {
        long end = from;
        int octet = bytes.get(Swar.BYTE, end);
        while (octet > ' ' && octet < 0x7f && octet != '"' && octet != ',') {
            octet = bytes.get(Swar.BYTE, ++end);
        }
        numberLength = (int) (end - from);
        boolean ends = octet == (int) (separator & 0xff);
        if (!ends || numberLength < 1 || numberLength > LONGEST_NUMBER) {
            return ODD;
        }
        byte[] text = new byte[numberLength];
        MemorySegment.copy(bytes, Swar.BYTE, from, text, 0, numberLength);
        print = Fingerprints.of(text);
        return end + 1;
    }

    private long division(long at, long separator) {
        long word = bytes.get(Swar.WORD, at);
        long wrong =
                ((word & HIGH_NIBBLES) ^ ZEROS)
                        | (((word + SIXES) & HIGH_NIBBLES) ^ ZEROS)
                        | (((word ^ separator) >>> 48) & 0xff);
        if (wrong != 0) {
            return ODD;
        }
        long pairs = word & 0x0F0F0F0F0F0FL;
        pairs = pairs * 10 + (pairs >>> 8);
        int code =
                (int) (pairs & 0xff) * 10_000
                        + (int) ((pairs >>> 16) & 0xff) * 100
                        + (int) ((pairs >>> 32) & 0xff);
        division = divisions.entry(code);
        return division == DivisionCodes.UNKNOWN ? ODD : at + 7;
    }

    private long qualification(long at) {
        int candidate = names.first(bytes.get(Swar.WORD, at), bytes.get(Swar.WORD, at + 8));
        while (candidate >= 0) {
            long differs = 0;
            for (int word = 0; word < names.words(); word++) {
                differs |= names.differs(candidate, word, bytes.get(Swar.WORD, at + 8L * word));
            }
            if (differs == 0) {
                qualification = candidate;
                return at + names.length(candidate);
            }
            candidate = names.next(candidate);
        }
        return ODD;
    }

    private long mark(long at, long separator, int column) {
        long word = bytes.get(Swar.WORD, at);
        long end = Swar.find(word, separator);
        int length = Swar.before(end);
        int mark = texts.meaning(Swar.head(word, end), length);
        if (end == 0 || mark == MarkTexts.UNKNOWN) {
            return ODD;
        }
        marks[column] = mark;
        filled |= ((MarkTexts.ABSENT - mark) >>> 31) << column;
        return at + length + 1;
    }

    private long standing(long at, long separator) {
        long word = bytes.get(Swar.WORD, at);
        if (((word ^ separator) & 0xff) == 0) {
            return at + 1;
        }
        // "voided", then the separator; 违纪取消 is left to the strict reader
        if ((((word ^ VOIDED_WORD) << 16) | (((word ^ separator) >>> 48) & 0xff)) != 0) {
            return ODD;
        }
        voided = true;
        return at + 7;
    }

    /** A text that nobody reads must still be UTF-8, and without a quote or a control. */
    private long text(long from, long separator) {
        long at = from;
        while (at != ODD && at - from <= LONGEST_TEXT) {
            long word = bytes.get(Swar.WORD, at);
            long stops = Swar.unplain(word);
            if (stops == 0) {
                at += 8;
                continue;
            }
            int before = Swar.before(stops);
            int octet = (int) (word >>> (8 * before)) & 0xff;
            if (octet == (separator & 0xff)) {
                return at + before + 1;
            }
            at = octet < 0x80 ? sign(octet, at + before) : wide(at + before);
        }
        return ODD;
    }

    /** After a sign of ASCII that is neither a letter nor a digit. */
    private static long sign(int octet, long at) {
        return octet < ' ' || octet == '"' || octet == ',' || octet == 0x7f ? ODD : at + 1;
    }

    /** After as many characters beyond ASCII as stand in the next eight bytes, one at least. */
    private long wide(long at) {
        long word = bytes.get(Swar.WORD, at);
        int lead = (int) word & 0xff;
        int later = (int) (word >>> 24) & 0xff;
        boolean three = (word & 0xC0C0F0L) == 0x8080E0L && lead != 0xE0 && lead != 0xED;
        if (!three) {
            return (word & 0xC0E0L) == 0x80C0L && lead >= 0xC2 ? at + 2 : ODD;
        }
        boolean again =
                (word & 0xC0C0F0000000L) == 0x8080E0000000L && later != 0xE0 && later != 0xED;
        return again ? at + 6 : at + 3;
    }

    /** The fingerprint of the row's admission number. */
    long print() {
        return print;
    }

    /** The number's place on a list, or {@link RowSink#UNLISTED}. */
    int placeOn(NumberList list) {
        return list.place(print, bytes, numberAt, numberLength);
    }

    int division() {
        return division;
    }

    int qualification() {
        return qualification;
    }

    boolean voided() {
        return voided;
    }

    int first() {
        return first;
    }

    int second() {
        return second;
    }

    int third() {
        return third;
    }
}
