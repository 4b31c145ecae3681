package cutscore.server.declaration.eligibility;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.area.AreaAnswer;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.EvidenceAsked;
import cutscore.server.exam.ProvinceRule;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.roster.RosterEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the rules look at in one case, version 1.
 *
 * @param place the county the ground rests on
 * @param area whether it was a line area on the exam's first day
 * @param entry the roster's entry
 * @param rule which grounds the province's circular names
 * @param asked what evidence it asks for on that ground
 * @param sent the evidence that came
 * @param evidenceUntil the last moment for evidence to follow the submission
 * @param mended when it was sent again after a return
 * @param window the window it arrived in
 * @param elsewhere the same person's other declarations of the session that are not withdrawn
 */
public record CaseFacts(
        DeclaredGround ground,
        DivisionCode place,
        AreaAnswer area,
        Optional<RosterEntry> entry,
        String employer,
        ProvinceRule rule,
        EvidenceAsked asked,
        List<SentItem> sent,
        Instant arrived,
        Optional<Instant> evidenceUntil,
        Set<Instant> mended,
        Optional<WindowOnRecord> window,
        Optional<Instant> begun,
        List<Elsewhere> elsewhere) {

    /** The version of these facts that a trace names. */
    public static final int VERSION = 1;

    public CaseFacts {
        sent = List.copyOf(sent);
        mended = Set.copyOf(mended);
        elsewhere = List.copyOf(elsewhere);
    }

    /** One file, for the item it answers. */
    public record SentItem(String item, Instant at) {}

    /** Another declaration of the same person. */
    public record Elsewhere(DivisionCode province, String qualification) {}

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "CaseFacts[" + ground + ", " + place + "]";
    }
}
