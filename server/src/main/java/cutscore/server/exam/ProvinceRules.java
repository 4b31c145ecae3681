package cutscore.server.exam;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The facts of {@code ground-rules.csv} and {@code evidence.csv}: what each province's circular
 * says for one session and round. Nothing is carried over from another session: circulars differ.
 */
final class ProvinceRules {
    private static final List<String[]> RULES = FactFile.rows("ground-rules.csv");
    private static final List<String[]> EVIDENCE = FactFile.rows("evidence.csv");

    /** The row of a national round. */
    private static final String WHOLE_COUNTRY = "000000";

    private static final EvidenceItem OTHER =
            new EvidenceItem(
                    "other",
                    new Words("其他证明材料", "Other evidence"),
                    new Words(
                            "通知没有列明要交什么；有能证明您在区内的材料，可以一并上传",
                            "the circular lists nothing; you may add whatever shows that you belong"
                                    + " to the area"),
                    false);

    private ProvinceRules() {}

    static ProvinceRule grounds(SessionId session, DivisionCode province, Round round) {
        return RULES.stream()
                .filter(row -> isOf(row, session, province.value(), round))
                .findFirst()
                .map(row -> new ProvinceRule(grounds(row[3]), true, Sources.of(row[4])))
                .orElse(
                        new ProvinceRule(
                                List.of(DeclaredGround.REGISTERED, DeclaredGround.WORKS),
                                false,
                                Sources.NATIONAL));
    }

    static EvidenceAsked evidence(
            SessionId session, DivisionCode province, DeclaredGround ground, Round round) {
        var rows =
                Stream.of(province.value(), WHOLE_COUNTRY)
                        .map(where -> rows(session, where, ground, round))
                        .filter(found -> !found.isEmpty())
                        .findFirst();
        if (rows.isEmpty()) {
            return new EvidenceAsked(false, List.of(OTHER), "");
        }
        var items = new ArrayList<EvidenceItem>();
        for (String[] row : rows.get()) {
            if (!row[4].isEmpty()) {
                items.add(
                        new EvidenceItem(
                                row[4],
                                new Words(row[5], row[6]),
                                new Words(row[7], row[8]),
                                true));
            }
        }
        String source = Sources.of(rows.get().getFirst()[9]);
        return items.isEmpty()
                ? new EvidenceAsked(false, List.of(OTHER), source)
                : new EvidenceAsked(true, items, source);
    }

    private static List<String[]> rows(
            SessionId session, String where, DeclaredGround ground, Round round) {
        return EVIDENCE.stream()
                .filter(row -> isOf(row, session, where, round))
                .filter(row -> grounds(row[3]).contains(ground))
                .toList();
    }

    private static boolean isOf(String[] row, SessionId session, String where, Round round) {
        return row[0].equals(where)
                && row[1].equals(session.value())
                && row[2].equals(round.name());
    }

    private static List<DeclaredGround> grounds(String field) {
        return Stream.of(field.split("\\|")).map(DeclaredGround::valueOf).toList();
    }
}
