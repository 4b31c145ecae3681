package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.kernel.line.RateComparison;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/** Rates as people read them. The fraction decides; the percentage beside it is for reading. */
public final class ShownRate {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SMALLEST = new BigDecimal("0.01");

    private ShownRate() {}

    /** 412/1 903 = 21.65 %; of nobody, the fraction alone. */
    public static String of(long part, long whole) {
        String fraction = people(part) + "/" + people(whole);
        return whole == 0 ? fraction : fraction + " = " + percent(part, whole) + " %";
    }

    /** 21.65, half up. */
    public static String percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** 1 903: thousands apart, by a space that does not break. */
    public static String people(long count) {
        return grouped(BigInteger.valueOf(count));
    }

    /** How far the pool's rate lies from the national one, in percentage points. */
    public static Words distance(RateComparison at) {
        var apart = apart(at);
        if (apart.signum() == 0) {
            return new Words("正好等于全国", "exactly the national rate");
        }
        boolean tiny = apart.abs().compareTo(SMALLEST) < 0;
        String points =
                tiny ? "0.01" : apart.abs().setScale(2, RoundingMode.HALF_UP).toPlainString();
        boolean above = apart.signum() > 0;
        return new Words(
                (above ? "高于全国" : "低于全国") + (tiny ? "不到 " : " ") + points + " 个百分点",
                (tiny ? "less than " : "")
                        + points
                        + " percentage points "
                        + (above ? "above" : "below")
                        + " the national rate");
    }

    /** 412/1 903 = 21.65 % ≤ 1 234/5 678 = 21.73 %. */
    public static String inequality(RateComparison at) {
        return of(at.passed(), at.pool())
                + (at.holds() ? " ≤ " : " > ")
                + of(at.nationalPassed(), at.nationalExaminees());
    }

    /** The same without division: 412 × 5 678 = 2 339 336 ≤ 1 234 × 1 903 = 2 348 302. */
    public static String crosswise(RateComparison at) {
        return product(at.passed(), at.nationalExaminees())
                + (at.holds() ? " ≤ " : " > ")
                + product(at.nationalPassed(), at.pool());
    }

    /** How many people more may pass before the rate exceeds the national one. */
    public static Words headroom(RateComparison at) {
        long room = at.headroom();
        String people = people(Math.abs(room));
        if (room < 0) {
            return new Words("超过 " + people + " 人", people + " people too many");
        }
        return room == 0
                ? new Words("没有余量：再多一人就超过", "no headroom: one person more would exceed it")
                : new Words("余量 " + people + " 人", "headroom: " + people + " people");
    }

    /** The exact difference in percentage points, to twenty digits so that no sign is lost. */
    private static BigDecimal apart(RateComparison at) {
        var pool = times(at.passed(), at.nationalExaminees());
        var national = times(at.nationalPassed(), at.pool());
        var below = times(at.pool(), at.nationalExaminees());
        return new BigDecimal(pool.subtract(national))
                .multiply(HUNDRED)
                .divide(new BigDecimal(below), 40, RoundingMode.HALF_UP);
    }

    /** 412 × 5 678 = 2 339 336, exact for all counts. */
    public static String product(long one, long other) {
        return people(one) + " × " + people(other) + " = " + grouped(times(one, other));
    }

    private static BigInteger times(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }

    private static String grouped(BigInteger count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u00a0');
    }
}
