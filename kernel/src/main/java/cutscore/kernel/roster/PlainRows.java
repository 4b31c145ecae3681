package cutscore.kernel.roster;

import java.util.Arrays;

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
    static final int ODD = -1;

    private static final int LONGEST_NUMBER = 32;
    private static final int LONGEST_TEXT = 8_000;
    private static final long VOIDED_WORD = 0x646564696F76L;
    private static final long COMMAS = Swar.all(',');
    private static final long ZEROS = 0x303030303030L;
    private static final long HIGH_NIBBLES = 0xF0F0F0F0F0F0L;
    private static final long SIXES = 0x060606060606L;

    private static final long ONE_OF_THREE = 0xC0C0F0L;
    private static final long ONE_LEAD = 0x8080E0L;
    private static final long TWO_OF_THREE = ONE_OF_THREE << 24 | ONE_OF_THREE;
    private static final long TWO_LEADS = ONE_LEAD << 24 | ONE_LEAD;

    private final DivisionCodes divisions;
    private final MarkTexts meanings;
    private final QualificationTexts names;
    private final int[] kinds;
    private final long[] separators;
    private final boolean usualOrder;
    private final int afterLast;
    private final int[][] subjects;
    private final int[] others;
    private final int[] withoutSecond;
    private final int[] withoutThird;
    private final int[] fullMarks;

    private final int[] marks;
    private byte[] text = {};
    private long print;
    private int numberAt;
    private int numberLength;
    private int division;
    private int qualification;
    private boolean voided;
    private long lastFirst;
    private long lastFirstMask;
    private long lastSecond;
    private long lastSecondMask;
    private int lastLength;
    private int mark;
    private int first;
    private int second;
    private int third;

    PlainRows(Columns columns, RosterCodes codes) {
        this.divisions = codes.codes();
        this.meanings = codes.marks();
        this.names = columns.names();
        this.kinds = columns.kinds();
        this.separators = new long[kinds.length];
        for (int c = 0; c < kinds.length; c++) {
            separators[c] = Swar.all(columns.separator(c));
        }
        this.usualOrder = columns.areInUsualOrder();
        this.afterLast = columns.afterLast();
        this.subjects = columns.subjects();
        this.others = columns.others();
        this.withoutSecond = columns.without(2);
        this.withoutThird = columns.without(3);
        this.fullMarks = columns.fullMarks();
        this.marks = new int[columns.marks()];
    }

    /** From now on rows stand in this text. */
    void aim(byte[] bytes) {
        text = bytes;
    }

    /**
     * Reads the row that begins there.
     *
     * @return where the next line begins, or {@link #ODD}
     */
    int read(int at) {
        voided = false;
        int next = usualOrder ? inUsualOrder(at) : inAnyOrder(at);
        if (next == ODD || Math.max(Math.max(first, second), third) > fullMarks[qualification]) {
            return ODD;
        }
        return afterLast == 0 ? next : lineFeed(next);
    }

    private int lineFeed(int at) {
        return text[at] == '\n' ? at + 1 : ODD;
    }

    /** The columns as the format names them, and texts after them: nothing to look up. */
    private int inUsualOrder(int at) {
        int next = number(at, COMMAS);
        next = next == ODD ? ODD : division(next, COMMAS);
        next = next == ODD ? ODD : qualification(next);
        next = next == ODD ? ODD : mark(next, COMMAS);
        first = mark;
        next = next == ODD ? ODD : mark(next, COMMAS);
        second = mark;
        next = next == ODD ? ODD : mark(next, COMMAS);
        third = mark;
        next = next == ODD ? ODD : standing(next, separators[Columns.USUAL.length - 1]);
        for (int c = Columns.USUAL.length; c < separators.length && next != ODD; c++) {
            next =
                    kinds[c] == Columns.REPEATED
                            ? repeated(next, separators[c])
                            : skipped(next, separators[c]);
        }
        return fewerSubjects() ? next : ODD;
    }

    /** Leaves out subjects that the qualification does not have; false when one is not blank. */
    private boolean fewerSubjects() {
        int noSecond = withoutSecond[qualification];
        int noThird = withoutThird[qualification];
        int filled =
                ((second ^ MarkTexts.ABSENT) & noSecond) | ((third ^ MarkTexts.ABSENT) & noThird);
        second ^= (second ^ first) & noSecond;
        third ^= (third ^ first) & noThird;
        return filled == 0;
    }

    private int inAnyOrder(int at) {
        int next = at;
        int column = 0;
        int filled = 0;
        for (int c = 0; c < kinds.length && next != ODD; c++) {
            long separator = separators[c];
            next =
                    switch (kinds[c]) {
                        case Columns.NUMBER -> number(next, separator);
                        case Columns.DIVISION -> division(next, separator);
                        case Columns.QUALIFICATION -> qualification(next);
                        case Columns.MARK -> mark(next, separator);
                        case Columns.STANDING -> standing(next, separator);
                        default -> skipped(next, separator);
                    };
            if (kinds[c] == Columns.MARK) {
                filled |= (mark == MarkTexts.ABSENT ? 0 : 1) << column;
                marks[column++] = mark;
            }
        }
        int[] own = subjects[qualification];
        first = marks[own[0]];
        second = marks[own[1]];
        third = marks[own[2]];
        return (filled & others[qualification]) == 0 ? next : ODD;
    }

    private int number(int from, long separator) {
        int at = from;
        long mixed = 0;
        numberAt = from;
        long word = Swar.load(text, at);
        long stops = Swar.unplain(word);
        while (stops == 0) {
            mixed = Fingerprints.with(mixed, word);
            at += 8;
            if (at - from > LONGEST_NUMBER) {
                return ODD;
            }
            word = Swar.load(text, at);
            stops = Swar.unplain(word);
        }
        int before = Swar.before(stops);
        print = Fingerprints.finished(Fingerprints.with(mixed, Swar.head(word, stops)));
        int end = at + before;
        numberLength = end - from;
        boolean ends = (((word ^ separator) >>> (8 * before)) & 0xff) == 0;
        boolean sound = numberLength >= 1 && numberLength <= LONGEST_NUMBER;
        return ends && sound ? end + 1 : dashedNumber(from, separator);
    }

    /** A number with other signs of ASCII than letters and digits, but no space. */
    private int dashedNumber(int from, long separator) {
        int end = from;
        int octet = text[end];
        while (octet > ' ' && octet < 0x7f && octet != '"' && octet != ',') {
            octet = text[++end];
        }
        numberLength = end - from;
        boolean ends = octet == (int) (separator & 0xff);
        if (!ends || numberLength < 1 || numberLength > LONGEST_NUMBER) {
            return ODD;
        }
        print = Fingerprints.of(Arrays.copyOfRange(text, from, end));
        return end + 1;
    }

    private int division(int at, long separator) {
        long word = Swar.load(text, at);
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

    private int qualification(int at) {
        int candidate = names.first(Swar.load(text, at), Swar.load(text, at + 8));
        while (candidate >= 0 && !names.stands(candidate, text, at)) {
            candidate = names.next(candidate);
        }
        if (candidate < 0) {
            return ODD;
        }
        qualification = candidate;
        return at + names.length(candidate);
    }

    private int mark(int at, long separator) {
        long word = Swar.load(text, at);
        long end = Swar.find(word, separator);
        int length = Swar.before(end);
        mark = meanings.meaning(Swar.head(word, end), length);
        return end == 0 || mark == MarkTexts.UNKNOWN ? ODD : at + length + 1;
    }

    private int standing(int at, long separator) {
        long word = Swar.load(text, at);
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

    /** A text of up to fifteen bytes that is the same in most rows; kept as it was last seen. */
    private int repeated(int at, long separator) {
        long differs =
                ((Swar.load(text, at) ^ lastFirst) & lastFirstMask)
                        | ((Swar.load(text, at + 8) ^ lastSecond) & lastSecondMask);
        if (differs == 0 && lastLength > 0) {
            return at + lastLength;
        }
        int next = skipped(at, separator);
        int length = next - at;
        if (next != ODD && length <= 16) {
            lastFirst = Swar.load(text, at);
            lastSecond = Swar.load(text, at + 8);
            lastFirstMask = length >= 8 ? -1 : (1L << (8 * length)) - 1;
            lastSecondMask = length == 16 ? -1 : length <= 8 ? 0 : (1L << (8 * (length - 8))) - 1;
            lastLength = length;
        }
        return next;
    }

    /** A text that nobody reads must still be UTF-8, and without a quote or a control. */
    private int skipped(int from, long separator) {
        int at = from;
        while (at != ODD && at - from <= LONGEST_TEXT) {
            long word = Swar.load(text, at);
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
    private static int sign(int octet, int at) {
        return octet < ' ' || octet == '"' || octet == ',' || octet == 0x7f ? ODD : at + 1;
    }

    /** After as many characters beyond ASCII as stand there, one at least. */
    private int wide(int from) {
        int at = from;
        long word = Swar.load(text, at);
        while ((word & TWO_OF_THREE) == TWO_LEADS && isCommon(word) && isCommon(word >>> 24)) {
            at += 6;
            word = Swar.load(text, at);
        }
        if ((word & ONE_OF_THREE) == ONE_LEAD && isCommon(word)) {
            return at + 3;
        }
        if ((word & 0xC0E0) == 0x80C0 && (word & 0x1E) != 0) {
            return at + 2;
        }
        return at > from ? at : ODD;
    }

    /** Whether a lead byte of three begins neither an overlong form nor a surrogate. */
    private static boolean isCommon(long lead) {
        return (lead & 0x0F) != 0 && (lead & 0x0F) != 0x0D;
    }

    /** The fingerprint of the row's admission number. */
    long print() {
        return print;
    }

    /** The number's place on a list, or {@link RowSink#UNLISTED}. */
    int placeOn(NumberList list) {
        return list.place(print, text, numberAt, numberLength);
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
