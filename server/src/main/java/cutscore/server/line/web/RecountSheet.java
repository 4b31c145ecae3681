package cutscore.server.line.web;

import cutscore.kernel.line.MarkCounts;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.score.Score;
import cutscore.server.line.web.SheetHand.Formula;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * One key recounted: B2 examinees, B3 national passers, B4 pool, B5 of them by the national line.
 */
final class RecountSheet {
    /** What a spreadsheet's numbers hold exactly. */
    private static final BigInteger EXACT = BigInteger.TEN.pow(15);

    private final SheetHand hand;
    private final MeasuredKey key;

    RecountSheet(SheetHand hand, MeasuredKey key) {
        this.hand = hand;
        this.key = key;
    }

    /**
     * One mark for every subject: passers are summed from how many people have which lowest mark,
     * then compared with the dossier's own, and the lowest lawful mark is found again.
     */
    void fromPeople(MarkCounts pool, Score national) {
        var table = key.table();
        int first = begin(table.size(), true);
        int last = first + table.size();
        for (int i = 0; i < table.size(); i++) {
            if (table.get(i) instanceof MeasuredKey.AtMark(var mark, long passed)) {
                Score above =
                        i + 1 < table.size()
                                        && table.get(i + 1) instanceof MeasuredKey.AtMark(var m, _)
                                ? m
                                : national;
                int at = first + i;
                var cells = new ArrayList<Object>();
                cells.add(mark);
                cells.add(between(pool, mark, above));
                cells.add(new Formula("SUM(B" + at + ":B" + last + ")"));
                cells.addAll(compared("C", at));
                cells.add(passed);
                cells.add(new Formula("IF(C" + at + "=H" + at + ",\"一致\",\"不一致\")"));
                write(cells);
            }
        }
        var top = new ArrayList<Object>();
        top.add("达到全国线 " + national);
        top.add(pool.reaching(national));
        top.add(new Formula("B" + last));
        top.addAll(compared("C", last));
        write(top);
    }

    /** Other shapes: the dossier's count at every line, and the inequality from it. */
    void fromTable() {
        int first = begin(key.table().size(), false);
        for (int i = 0; i < key.table().size(); i++) {
            var row = key.table().get(i);
            var cells = new ArrayList<Object>();
            cells.add(LineCase.at(row).zh());
            cells.add("");
            cells.add(row.passed());
            cells.addAll(compared("C", first + i));
            write(cells);
        }
    }

    /** The result's row, the heading, and the row number at which the counts begin. */
    private int begin(int rows, boolean marks) {
        int first = hand.nextRow() + 3;
        var found = hand.fresh();
        hand.put(found, 0, "复算的结果");
        hand.put(found, 1, result(first, first + rows - 1, rows, marks));
        if (product(key.examinees()).compareTo(EXACT) >= 0) {
            hand.put(found, 3, "人数太多，乘积超过 15 位，本表只能近似");
        }
        hand.empty();
        hand.head("线", "恰好在此档的人", "通过", "通过 × 参考", "全国达线 × 测算对象", "可行", "余量", "卷宗里的通过", "核对");
        return first;
    }

    private BigInteger product(long examinees) {
        return BigInteger.valueOf(key.pool()).multiply(BigInteger.valueOf(examinees));
    }

    /** The lowest lawful mark that passes more than the national line does; else that it stands. */
    private static Object result(int first, int last, int rows, boolean marks) {
        if (!marks || rows == 0) {
            return "见表";
        }
        String lawful = "F" + first + ":F" + last;
        String at = "MATCH(\"可行\"," + lawful + ",0)";
        String passed = "INDEX(C" + first + ":C" + last + "," + at + ")";
        return new Formula(
                "IF(B4=0,\"同全国\",IF(COUNTIF("
                        + lawful
                        + ",\"可行\")=0,\"同全国\",IF("
                        + passed
                        + ">B5,INDEX(A"
                        + first
                        + ":A"
                        + last
                        + ","
                        + at
                        + "),\"同全国\")))");
    }

    private static List<Object> compared(String passed, int row) {
        String count = passed + row;
        return List.of(
                new Formula(count + "*B$2"),
                new Formula("B$3*B$4"),
                new Formula("IF(D" + row + "<=E" + row + ",\"可行\",\"不可行\")"),
                new Formula("IF(B$2=0,0,QUOTIENT(E" + row + ",B$2)-" + count + ")"));
    }

    private void write(List<Object> cells) {
        var row = hand.fresh();
        for (int i = 0; i < cells.size(); i++) {
            hand.put(row, i, cells.get(i));
        }
    }

    private static long between(MarkCounts pool, Score from, Score below) {
        return pool.those(marks -> marks[0] >= from.halfPoints() && marks[0] < below.halfPoints());
    }
}
