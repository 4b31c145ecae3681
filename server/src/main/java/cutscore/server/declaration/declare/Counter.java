package cutscore.server.declaration.declare;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.LookUp;
import cutscore.server.access.LookUps;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.declaration.DeclarationForm.EvidenceOf;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Submission;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.EvidenceItem;
import cutscore.server.roster.Rosters;
import cutscore.server.web.FieldFault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The counter (窗口代录): somebody without a phone brings their papers, an officer of the province
 * fills in the same form, scans what was brought, and both names stand on the receipt. The gate
 * judges it like any other declaration; that officer never reviews it.
 */
@Component
final class Counter {
    static final int MISSES_AN_HOUR = 10;
    static final int SHOWN = 20;

    /** After that the person has gone home; who comes again shows the papers again. */
    static final Duration OPEN = Duration.ofHours(4);

    private static final List<Role> DUTIES = List.of(Role.REVIEWER, Role.REVIEW_LEAD);

    /** What the person signs on paper instead of ticking a box, scanned like the rest. */
    static final EvidenceItem SIGNED =
            new EvidenceItem(
                    "signed-commitment",
                    new Words("本人签字的承诺书", "the signed commitment"),
                    new Words(
                            "承诺内容、签名和日期要清楚",
                            "its text, the signature and the date must be readable"),
                    true);

    private final CounterTable table;
    private final Rosters rosters;
    private final Drafts drafts;
    private final Sheets sheets;
    private final UploadedFiles uploaded;
    private final LookUps lookUps;
    private final Entropy entropy;
    private final InstantSource clock;

    Counter(
            CounterTable table,
            Rosters rosters,
            Drafts drafts,
            Sheets sheets,
            UploadedFiles uploaded,
            LookUps lookUps,
            Entropy entropy,
            InstantSource clock) {
        this.table = table;
        this.rosters = rosters;
        this.drafts = drafts;
        this.sheets = sheets;
        this.uploaded = uploaded;
        this.lookUps = lookUps;
        this.entropy = entropy;
        this.clock = clock;
    }

    /** What stands on the papers that lie on the counter; never kept. */
    record Papers(SessionId session, String admissionNumber, String identity, String name) {

        /** Says nothing that would tell who it is. */
        @Override
        public String toString() {
            return "Papers[" + session + "]";
        }
    }

    /** Whether the papers fit the roster. */
    sealed interface Found {

        record Here(CounterCase begun) implements Found {}

        /** The same answer whichever of the facts is wrong. */
        record Nobody() implements Found {}

        /** Too many facts that fitted nobody, within one hour. */
        record TooOften() implements Found {}
    }

    /** Begins the case of a person whose papers fit the roster, and notes that it was looked up. */
    Found begin(Papers papers, Officer by) {
        var attempt = table.attempt(by.id(), MISSES_AN_HOUR);
        if (attempt.isEmpty()) {
            return new Found.TooOften();
        }
        if (!rosters.matches(
                papers.session(), papers.admissionNumber(), papers.identity(), papers.name())) {
            return new Found.Nobody();
        }
        table.fitted(attempt.get());
        lookUps.note(
                papers.session(), papers.admissionNumber(), LookUp.What.DECLARATION, DUTIES, by);
        var begun =
                new CounterCase(
                        entropy.id(),
                        by.id(),
                        province(by),
                        papers.session(),
                        papers.admissionNumber(),
                        clock.instant(),
                        Optional.empty());
        table.insert(begun);
        return new Found.Here(begun);
    }

    private static DivisionCode province(Officer by) {
        return by.province().orElseThrow(() -> new NoSuchElementException("no province"));
    }

    /** Whether the person's things may still be seen and filled in: they stand at the counter. */
    boolean isOpen(CounterCase one) {
        return one.declaration().isEmpty() && clock.instant().isBefore(one.begun().plus(OPEN));
    }

    /** Notes that the officer looks at an open case, or at what was scanned for it. */
    void look(CounterCase one, LookUp.What what, Officer by) {
        lookUps.goOn(one.session(), one.admissionNumber(), what, DUTIES, by);
    }

    /** The number of the receipt that a case has led to. */
    Optional<String> receipt(CounterCase one) {
        return drafts.active(one.sitting())
                .filter(it -> one.declaration().equals(Optional.of(it.id())))
                .map(DeclarationView::receipt);
    }

    /**
     * A case, open or closed.
     *
     * @throws NoSuchElementException when it is not this officer's
     */
    CounterCase mine(UUID id, Officer by) {
        return table.find(id, by.id()).orElseThrow(() -> new NoSuchElementException("no case"));
    }

    List<CounterCase> of(Officer by) {
        return table.of(by.id(), SHOWN);
    }

    /** The sheet of the sitting; its draft is begun where a declaration is still possible. */
    Sheet sheet(CounterCase one) {
        var sheet = sheets.of(one.sitting());
        boolean open =
                sheet.draft().isEmpty()
                        && !sheet.isDone()
                        && !sheet.meetsNationalLine()
                        && !sheet.entry().voided();
        if (!open || !isOpen(one)) {
            return sheet;
        }
        drafts.begin(one.sitting(), "");
        return sheets.of(one.sitting());
    }

    /** Keeps what was filled in, whether or not it is complete. */
    Sheet save(CounterCase one, Answers answers) {
        sheet(one).draft().ifPresent(open -> drafts.save(open, answers));
        return sheets.of(one.sitting());
    }

    /** Whether it was sent. */
    sealed interface Sent {

        record Arrived() implements Sent {}

        record Incomplete(List<FieldFault> faults) implements Sent {}

        record Refused(Words why, int number) implements Sent {}
    }

    /**
     * Sends the form as it stands. Pressed twice it is sent once.
     *
     * @param signed whether the officer saw the person sign the commitment
     */
    Sent send(CounterCase one, boolean signed, Officer by) {
        var sheet = sheets.of(one.sitting());
        if (sheet.draft().isEmpty()) {
            return new Sent.Arrived();
        }
        var faults = faults(one, sheet, signed);
        if (!faults.isEmpty()) {
            return new Sent.Incomplete(faults);
        }
        List<EvidenceOf> evidence = uploaded.bind(one.sitting());
        return switch (drafts.send(sheet.draft().get(), true, evidence, Optional.of(by.id()))) {
            case Submission.Accepted accepted -> {
                table.sent(one.id(), accepted.id());
                yield new Sent.Arrived();
            }
            case Submission.Refused(var why, _) -> new Sent.Refused(why.words(), why.number());
        };
    }

    private static List<FieldFault> faults(CounterCase one, Sheet sheet, boolean signed) {
        var faults = new ArrayList<FieldFault>();
        var answers = sheet.answers();
        if (answers.ground().isEmpty()) {
            faults.add(fault("ground-WORKS", "没有选属于哪一类：请选一种", "no case was chosen: choose one"));
        } else if (sheet.county().isEmpty()) {
            faults.add(fault("place", "没有选县（市、区）：请选一个", "no county was chosen: choose one"));
        } else if (!sheet.county().get().province().equals(one.province())) {
            faults.add(
                    fault(
                            "place",
                            "这个县不在本省：请到该省的窗口办理",
                            "that county lies in another province: its own counter takes it"));
        }
        if (answers.ground().equals(Optional.of(DeclaredGround.WORKS))
                && answers.employer().isEmpty()) {
            faults.add(
                    fault(
                            "employer",
                            "没有填工作单位：请写单位全称",
                            "the employer is missing: write its full name"));
        }
        for (var missing : missing(sheet)) {
            faults.add(
                    new FieldFault(
                            "file-" + missing.id(),
                            new Words(
                                    "还没有扫描：" + missing.name().zh() + "，请先扫描上传",
                                    "not scanned yet: "
                                            + missing.name().en()
                                            + "; scan it first")));
        }
        if (!signed) {
            faults.add(
                    fault(
                            "signed",
                            "还没有确认本人已在承诺书上签字：请看着本人签字后勾选",
                            "not confirmed that the person signed the commitment: see it signed,"
                                    + " then tick the box"));
        }
        return faults;
    }

    /** What has to be scanned before it can be sent: the signed commitment always. */
    private static List<EvidenceItem> missing(Sheet sheet) {
        var missing = new ArrayList<EvidenceItem>();
        if (sheet.files(SIGNED).isEmpty()) {
            missing.add(SIGNED);
        }
        if (!sheet.mayFollow()) {
            missing.addAll(sheet.missing());
        }
        return missing;
    }

    private static FieldFault fault(String field, String zh, String en) {
        return new FieldFault(field, new Words(zh, en));
    }
}
