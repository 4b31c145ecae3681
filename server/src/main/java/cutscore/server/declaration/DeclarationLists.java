package cutscore.server.declaration;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists of an officer's own province: a page, how many, every row. */
@Component
public class DeclarationLists {
    /** As many rows as one page may have. */
    public static final int PAGE = 500;

    private final ListTable table;
    private final TermTable terms;
    private final Ledger ledger;
    private final InstantSource clock;

    DeclarationLists(ListTable table, TermTable terms, Ledger ledger, InstantSource clock) {
        this.table = table;
        this.terms = terms;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A page in the order of arrival.
     *
     * @param limit 1 to {@link #PAGE}
     * @param by a reviewer or lead; the list is of his province
     * @throws AccessRefused when he is neither, or has no province
     */
    public ListPage page(ListFilter filter, Optional<Cursor> cursor, int limit, Officer by) {
        if (limit < 1 || limit > PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + PAGE + ": " + limit);
        }
        return table.page(asked(filter, by), cursor, limit);
    }

    /** How many rows the filter has. */
    public long count(ListFilter filter, Officer by) {
        return table.count(asked(filter, by));
    }

    /** How many stand at each stage, whatever else is asked; every stage is there. */
    public Map<Stage, Long> stages(SessionId session, Officer by) {
        return table.stages(asked(ListFilter.all(session), by));
    }

    /** Every row of the filter in the order of arrival, as a stream. */
    @Transactional(readOnly = true)
    public void each(ListFilter filter, Officer by, Consumer<ListRow> each) {
        try (var rows = table.stream(asked(filter, by))) {
            rows.forEach(each);
        }
    }

    /** The term of a province, or the default. */
    public ReviewTerm term(DivisionCode province) {
        return terms.newest(province).orElse(ReviewTerm.DEFAULT);
    }

    /**
     * Sets the term of the lead's own province; in the ledger, without a person.
     *
     * @param days 1 to 365
     * @param basis what it rests on, 1 to 200 characters
     * @throws AccessRefused unless he is a lead
     * @throws Unreadable when a value cannot be taken
     */
    @Transactional
    public void setTerm(int days, String basis, Officer by) {
        by.must(Role.REVIEW_LEAD);
        var province = province(by);
        if (days < 1 || days > 365 || basis.isBlank() || basis.length() > 200) {
            var words =
                    new Words(
                            "审核期限要有 1 到 365 天，并写明依据（200 字以内）",
                            "a term has 1 to 365 days and a basis of 200 signs at most");
            throw new Unreadable(Fault.of("REVIEW_TERM", words, words));
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var body =
                Json.object()
                        .put("province", province.value())
                        .put("days", days)
                        .put("basis", basis.strip())
                        .build();
        long index =
                ledger.append(new Act("declaration.term-set", at, List.of(by.id()), body)).index();
        terms.insert(province, days, basis.strip(), by.id(), at, index);
    }

    /**
     * The province whose lists the officer may see.
     *
     * @throws AccessRefused when he reviews nowhere
     */
    public static DivisionCode province(Officer by) {
        var province =
                by.province()
                        .orElseThrow(
                                () ->
                                        new AccessRefused(
                                                new Words(
                                                        "你的账号没有省份",
                                                        "your account has no province")));
        Reviews.mustReview(by, province);
        return province;
    }

    /** The filter as this officer means it now. */
    ListTable.Asked asked(ListFilter filter, Officer by) {
        var province = province(by);
        var now = clock.instant();
        return new ListTable.Asked(
                filter,
                province,
                by.id(),
                term(province).overdueBefore(now),
                ReviewTerm.startOf(Beijing.day(now)));
    }
}
