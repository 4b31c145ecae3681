package cutscore.server.area;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Where our copy of the national lists has gaps, so that the answer is "not known" and never "no".
 *
 * <p>云南 and 宁夏: of the 160 key counties 139 are on record here; the missing 21 all lie in these two
 * provinces (云南's list breaks off after 彝良县, 宁夏's was not found). 和康县 and 和安县 were made in 2024 out
 * of territory of 和田地区, which 人社厅发〔2022〕25号 names as a whole; no document was seen that names the
 * two counties themselves, and a right is not inferred here.
 */
final class Gaps {
    static final Words DOCUMENTS_DISAGREE =
            new Words(
                    "国家文件把这个县列为单独划线地区，但省里现行的通知没有列出；请向省级考试机构核实",
                    "a national document names this county and the province's circular in force"
                            + " does not: ask the provincial exam body");
    static final Words NOTHING_RECORDED =
            new Words("那个时候这里还没有任何地区记录", "nothing was on record here at that moment");

    private static final LocalDate SCHEME_BEGINS = LocalDate.of(2023, 1, 1);
    private static final Words LIST_INCOMPLETE =
            new Words(
                    "国家乡村振兴重点帮扶县名单在本省的部分，我们没有收全，这个县可能在其中；请向省级考试机构核实",
                    "our copy of the list of national key counties is incomplete for this province,"
                            + " and this county may be on it: ask the provincial exam body");
    private static final Words COUNTY_IS_NEW =
            new Words(
                    "这个县2024年才设立，所属的和田地区是单独划线地区，但没有见到点名本县的文件；请向省级考试机构核实",
                    "the county was made in 2024 inside 和田地区, which is a line area; no document"
                            + " that names the county was seen: ask the provincial exam body");
    private static final Map<String, Words> BY_PROVINCE =
            Map.of("530000", LIST_INCOMPLETE, "640000", LIST_INCOMPLETE);
    private static final Map<String, Words> BY_COUNTY =
            Map.of("653228", COUNTY_IS_NEW, "653229", COUNTY_IS_NEW);

    private Gaps() {}

    /** Why nothing can be said of a county that no document on record names; empty where it can. */
    static Optional<Words> find(DivisionCode county, LocalDate on) {
        if (on.isBefore(SCHEME_BEGINS)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                BY_COUNTY.getOrDefault(county.value(), BY_PROVINCE.get(county.province().value())));
    }
}
