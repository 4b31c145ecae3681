package cutscore.server.cycle;

/**
 * Eleven invented examinees, as few as a separate line takes: seven elsewhere, of whom three meet
 * the national line, and four in a line area. One of four is no more than three of eleven, two
 * would be: the line is 41.
 */
final class SmallRoster {
    static final String CSV =
            "admission_number,division_code,qualification,subject_1,subject_2,"
                    + "identity_type,identity_number,name\n"
                    + elsewhere(7)
                    + row("IN-1", "513326", "42,44", 100)
                    + row("IN-2", "513326", "40,40", 101)
                    + row("IN-3", "513326", "30,41", 102)
                    + row("IN-4", "513326", "20,20", 103);
    static final int ROWS = 11;
    static final long HALF_POINTS = 2 * (3 * 90 + 4 * 64 + 86 + 80 + 71 + 40);

    private SmallRoster() {}

    private static String elsewhere(int people) {
        var rows = new StringBuilder();
        for (int i = 0; i < people; i++) {
            rows.append(row("OUT-" + i, "110101", i < 3 ? "45,45" : "44,20", i));
        }
        return rows.toString();
    }

    private static String row(String number, String county, String marks, int person) {
        return "%s,%s,软件设计师,%s,居民身份证,%s,虚构%s%n"
                .formatted(number, county, marks, identity(person), number);
    }

    /** Of a made-up region, so that it is nobody's. */
    static String identity(int person) {
        return "99010119900101%04d".formatted(person);
    }
}
