package cutscore.kernel.roster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small rosters, mostly sound, with everything in them that a file from outside may hold. */
final class HostileRosters {
    private static final List<String> QUALIFICATIONS =
            List.of("软件设计师", "信息系统项目管理师", "系统分析师", "程序员", "信息系统监理师", "多媒体应用制作技术员");
    private static final List<String> DIVISIONS =
            List.of("513326", "110101", "441900", "650121", "469002");
    private static final List<String> ODD_DIVISIONS =
            List.of("513229", "513300", "510000", "460400", "999999", "51332", "013326", "5133264");
    private static final List<String> ODD_MARKS =
            List.of(
                    "违纪", " ", "76", "75.5", "45.3", "045", "0045", "45.0", "007.5", "4 5", "违纪 ",
                    "-1", "45.", ".5", "１２", "45.50", "1000", "违纪x", "\"45\"", "45\0");
    private static final List<String> ODD_STANDINGS =
            List.of("voided", "违纪取消", " ", "void", "voidedx", "正常", "\"voided\"", " voided");
    private static final List<String> ODD_NAMES =
            List.of(
                    "张三",
                    "𠮷野家",
                    "a b",
                    "O'Neil",
                    "é",
                    "\"李,四\"",
                    "\"say \"\"hi\"\"\"",
                    "x\ty",
                    "李\"四",
                    "阿卜杜·买买提",
                    "\uFEFF",
                    "\"",
                    "\"open",
                    "￿",
                    "꯿힣",
                    "\u0000",
                    "\u007f",
                    "\"two\nlines\"",
                    "a\rb");
    private static final byte[][] SPLINTERS = {
        {','},
        {'"'},
        {'\r'},
        {'\n'},
        {0},
        {' '},
        {'0'},
        {'x'},
        {'.'},
        {'7'},
        {'-'},
        {'\t'},
        {0x7f},
        {(byte) 0xe4},
        {(byte) 0xC3, (byte) 0xA9},
        {(byte) 0xE5, (byte) 0xBC, (byte) 0xA0},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xE0, (byte) 0x80, (byte) 0xAF},
        {(byte) 0xC0, (byte) 0x80},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        {'\r', '\n'},
        {'"', '"'}
    };

    private static final byte[] NAME = "张三".getBytes(StandardCharsets.UTF_8);
    private static final byte[][] DISGUISES = {
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xED, (byte) 0x9F, (byte) 0xBF},
        {(byte) 0xE0, (byte) 0x9F, (byte) 0xBF}, {(byte) 0xE0, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xEF, (byte) 0xBF, (byte) 0xBF}, {(byte) 0xE5, (byte) 0xBC, 'a'},
        {(byte) 0xC1, (byte) 0xBF, 'a'}, {(byte) 0xC2, (byte) 0x80, 'a'},
        {(byte) 0xDF, (byte) 0xBF, 'a'}, {(byte) 0x80, 'a', 'b'}
    };

    private final Random random;
    private int numbers;

    HostileRosters(Random random) {
        this.random = random;
    }

    /** A file; one in three is sound. */
    byte[] next() {
        var columns = columns();
        boolean own = columns.contains("综合知识");
        var out = new StringBuilder(oneIn(8) ? "\uFEFF" : "");
        String end = oneIn(5) ? "\r\n" : "\n";
        out.append(oneIn(20) ? end : "").append(String.join(",", columns)).append(end);
        boolean sound = oneIn(3);
        int rows = random.nextInt(oneIn(10) ? 120 : 12);
        for (int row = 0; row < rows; row++) {
            out.append(row(columns, own, sound)).append(end);
            out.append(!sound && oneIn(30) ? end : "");
        }
        if (oneIn(4)) {
            out.setLength(Math.max(0, out.length() - 1));
        }
        byte[] text = out.toString().getBytes(oneIn(12) ? gb() : StandardCharsets.UTF_8);
        if (sound) {
            return oneIn(6) ? disguised(text) : text;
        }
        return oneIn(3) ? splintered(text) : text;
    }

    private static Charset gb() {
        return Charset.forName("GB18030");
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private String of(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(RosterHeadings.ENGLISH);
        if (oneIn(4)) {
            columns.removeAll(List.of("subject_1", "subject_2", "subject_3"));
            columns.addAll(List.of("综合知识", "案例分析", "论文", "基础知识", "应用技术"));
        } else if (oneIn(6)) {
            Collections.replaceAll(columns, "division_code", "报名地行政区划代码");
        }
        if (oneIn(3)) {
            columns.removeAll(List.of("identity_type", "identity_number", "name"));
        }
        if (oneIn(5)) {
            columns.remove("standing");
        }
        if (oneIn(6)) {
            columns.add(random.nextInt(columns.size()), "备注");
        }
        if (oneIn(4)) {
            Collections.shuffle(columns, random);
        }
        if (oneIn(25)) {
            columns.remove(random.nextInt(columns.size()));
        }
        return columns;
    }

    private String row(List<String> columns, boolean own, boolean sound) {
        String qualification =
                !sound && oneIn(15)
                        ? of(List.of("", " 程序员", "程序", "程序员员", "软件设计师\""))
                        : of(QUALIFICATIONS);
        List<String> fields = new ArrayList<>();
        for (String column : columns) {
            fields.add(field(column, qualification, own, sound));
        }
        if (!sound && oneIn(25)) {
            fields.removeLast();
        }
        if (!sound && oneIn(25)) {
            fields.add("");
        }
        if (oneIn(10)) {
            int at = random.nextInt(fields.size());
            String field = fields.get(at);
            fields.set(at, field.contains("\"") ? field : "\"" + field + "\"");
        }
        return String.join(",", fields);
    }

    private String field(String column, String qualification, boolean own, boolean sound) {
        boolean odd = !sound && oneIn(12);
        return switch (column) {
            case "admission_number" -> number(odd);
            case "division_code", "报名地行政区划代码" ->
                    odd || oneIn(15)
                            ? of(sound ? ODD_DIVISIONS.subList(0, 4) : ODD_DIVISIONS)
                            : of(DIVISIONS);
            case "qualification" -> qualification;
            case "standing" -> odd ? of(ODD_STANDINGS) : oneIn(9) ? "voided" : "";
            case "identity_type" -> "居民身份证";
            case "identity_number" -> "99000019" + random.nextInt(1 << 30) + "X";
            case "name", "备注" -> odd ? name() : of(ODD_NAMES.subList(0, 5));
            default -> mark(column, qualification, own, odd);
        };
    }

    private String name() {
        return oneIn(40) ? "长".repeat(9_990 + random.nextInt(20)) : of(ODD_NAMES);
    }

    private String number(boolean odd) {
        boolean again = (odd && oneIn(2)) || oneIn(300);
        int serial = again ? random.nextInt(numbers + 1) : ++numbers;
        String number = "XG2023" + serial;
        if (!odd && !oneIn(6)) {
            return number;
        }
        return switch (random.nextInt(9)) {
            case 0 -> number + "-a/b";
            case 1 -> "号" + number;
            case 2 -> number + " " + serial;
            case 3 -> "x".repeat(24) + (10_000_000 + serial);
            case 4 -> odd ? "x".repeat(25) + (10_000_000 + serial) : number;
            case 5 -> odd ? "" : number;
            case 6 -> odd ? " " : number;
            case 7 -> odd ? "\"" + number + "\t\"" : number + "abc";
            default -> "1".repeat(1 + serial % 8) + "." + serial;
        };
    }

    private String mark(String column, String qualification, boolean own, boolean odd) {
        boolean three = qualification.equals("系统分析师") || qualification.equals("信息系统项目管理师");
        boolean belongs =
                own
                        ? three == List.of("综合知识", "案例分析", "论文").contains(column)
                        : three || !column.equals("subject_3");
        if (odd) {
            return of(ODD_MARKS);
        }
        if (!belongs || oneIn(8)) {
            return "";
        }
        int half = random.nextInt(151);
        return oneIn(30) ? "违纪" : half / 2 + (half % 2 == 0 ? oneIn(9) ? ".0" : "" : ".5");
    }

    /** Puts bytes that look like a character, and may be none, in place of one of a name. */
    private byte[] disguised(byte[] text) {
        byte[] disguise = DISGUISES[random.nextInt(DISGUISES.length)];
        for (int at = 0; at + 6 <= text.length; at++) {
            if (Arrays.equals(text, at, at + 6, NAME, 0, 6)) {
                System.arraycopy(disguise, 0, text, at + (oneIn(2) ? 3 : 0), disguise.length);
                break;
            }
        }
        return text;
    }

    private byte[] splintered(byte[] text) {
        var out = new ByteArrayOutputStream();
        int at = 0;
        for (int i = 1 + random.nextInt(3); i > 0 && at < text.length; i--) {
            int to = at + random.nextInt(text.length - at);
            out.write(text, at, to - at);
            byte[] splinter = SPLINTERS[random.nextInt(SPLINTERS.length)];
            out.write(splinter, 0, splinter.length);
            at = Math.min(text.length, to + random.nextInt(oneIn(5) ? 40 : 2));
        }
        if (!oneIn(12)) {
            out.write(text, at, text.length - at);
        }
        return out.toByteArray();
    }
}
