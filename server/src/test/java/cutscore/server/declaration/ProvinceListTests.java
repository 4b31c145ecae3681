package cutscore.server.declaration;

import static cutscore.server.declaration.BigProvince.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.time.Beijing;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.ListFilter.Holder;
import cutscore.server.exam.DeclaredGround;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A province of 100,000 declarations: each filter is one page, and no plan reads a whole table. */
@ModuleTest
@TestPropertySource(properties = "test.room=lists")
class ProvinceListTests {
    private static final ListFilter ALL = ListFilter.all(SESSION);
    private static final int PAGE = 50;

    @Autowired DeclarationLists lists;
    @Autowired Overviews overviews;
    @Autowired JdbcClient sql;
    @Autowired ScriptedClock clock;
    @Autowired TransactionTemplate transaction;

    private final Officer reviewer = OpenSession.officer(Role.REVIEWER, BigProvince.SICHUAN);

    @BeforeEach
    void aBigProvince() {
        BigProvince.make(sql);
    }

    @Test
    void everyFilterIsOnePageAndHoldsToWhatItSays() {
        for (var filter : filters()) {
            var page = lists.page(filter, Cursor.start(), PAGE, reviewer);
            assertThat(page.rows()).as(filter.query()).hasSizeLessThanOrEqualTo(PAGE);
            assertThat(page.rows()).as(filter.query()).allMatch(row -> fits(filter, row));
            long all = lists.count(filter, reviewer);
            assertThat(page.after()).as(filter.query()).isEqualTo(all > PAGE);
        }
        assertThat(lists.count(ALL, reviewer)).isEqualTo(BigProvince.ROWS);
    }

    @Test
    void pagesFollowEachOtherBothWaysWithoutGapOrTwin() {
        var filter = new Narrow(ALL).stage(Stage.RETURNED).ground(DeclaredGround.REGISTERED).done();
        var there = new ArrayList<DeclarationId>();
        var cursor = Cursor.start();
        ListPage page;
        do {
            page = lists.page(filter, cursor, 500, reviewer);
            page.rows().forEach(row -> there.add(row.id()));
            cursor = Optional.of(new Cursor(page.rows().getLast().id(), false));
        } while (page.after());
        assertThat(new HashSet<>(there)).hasSize(there.size());
        assertThat((long) there.size()).isEqualTo(lists.count(filter, reviewer)).isPositive();

        var last = lists.page(filter, Optional.of(new Cursor(there.get(700), true)), 100, reviewer);
        assertThat(last.rows().stream().map(ListRow::id)).isEqualTo(there.subList(600, 700));
        assertThat(last.before() && last.after()).isTrue();
    }

    @Test
    void aPageStaysWhereItWasWhileOthersAreDecided() {
        var filter = new Narrow(ALL).stage(Stage.SUBMITTED).done();
        var first = lists.page(filter, Cursor.start(), PAGE, reviewer);
        var next = Optional.of(new Cursor(first.rows().getLast().id(), false));
        var second = lists.page(filter, next, PAGE, reviewer).rows();
        transaction.executeWithoutResult(
                status -> {
                    sql.sql("UPDATE declaration.declaration SET stage = 'APPROVED' WHERE id = ?")
                            .param(first.rows().getLast().id().value())
                            .update();
                    assertThat(lists.page(filter, next, PAGE, reviewer).rows()).isEqualTo(second);
                    status.setRollbackOnly();
                });
    }

    @Test
    void noHotQueryReadsAWholeTable() {
        assertThat(filters().stream().flatMap(this::plans)).isNotEmpty().noneMatch(this::readsAll);
    }

    @Test
    void withoutItsIndexTheListWouldReadTheWholeTable() {
        var all =
                transaction.execute(
                        status -> {
                            sql.sql("DROP INDEX declaration.declaration_list").update();
                            sql.sql("DROP INDEX declaration.declaration_queue").update();
                            boolean red = plans(ALL).anyMatch(this::readsAll);
                            status.setRollbackOnly();
                            return red;
                        });
        assertThat(all).isTrue();
    }

    @Test
    void anOfficerOfAnotherProvinceSeesHisOwnAndNothingElse() {
        var gansu = OpenSession.officer(Role.REVIEW_LEAD, BigProvince.GANSU);
        assertThat(lists.count(ALL, gansu)).isEqualTo(20_000);
        var foreign = lists.page(ALL, Cursor.start(), 1, reviewer).rows().getFirst();
        assertThat(lists.page(ALL, Optional.of(new Cursor(foreign.id(), true)), PAGE, gansu).rows())
                .as("a row of elsewhere is no place in his list")
                .isEmpty();
        var byReceipt = new Narrow(ALL).receipt(foreign.receipt()).done();
        assertThat(lists.count(byReceipt, reviewer)).isEqualTo(1);
        assertThat(lists.count(byReceipt, gansu)).isZero();
        var analyst = OpenSession.officer(Role.ANALYST, null);
        assertThatThrownBy(() -> lists.count(ALL, analyst)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void whatSomebodyHasInHandIsFoundByIt() {
        var mine = anyone();
        long before = lists.count(ALL.heldBy(new Holder.Nobody()), reviewer);
        transaction.executeWithoutResult(
                status -> {
                    sql.sql(
                                    """
                                    INSERT INTO declaration.assigned (declaration, officer, since)
                                    VALUES (?, ?, now())
                                    """)
                            .params(mine.value(), reviewer.id())
                            .update();
                    assertThat(lists.count(ALL.heldBy(new Holder.Myself()), reviewer)).isEqualTo(1);
                    assertThat(lists.count(ALL.heldBy(new Holder.Nobody()), reviewer))
                            .isEqualTo(before - 1);
                    assertThat(overviews.of(SESSION, reviewer).mine()).isEqualTo(1);
                    status.setRollbackOnly();
                });
    }

    @Test
    void theOverviewAddsUp() {
        clock.moveTo(LocalDate.of(2037, 8, 31).atTime(12, 0).toInstant(Beijing.OFFSET));
        var overview = overviews.of(SESSION, reviewer);
        long counted =
                overview.counties().values().stream()
                        .flatMap(county -> county.values().stream())
                        .mapToLong(Long::longValue)
                        .sum();
        assertThat(counted).isEqualTo(BigProvince.ROWS);
        assertThat(overview.reasons()).hasSize(1);
        assertThat(overview.reasons().getFirst().all()).isEqualTo(15_000);
        assertThat(overview.handled().stream().mapToLong(Overview.Handled::answers).sum())
                .isEqualTo(55_000);
        assertThat(overview.own()).as("nobody else's pace").isEmpty();
        assertThat(overview.waiting().getLast().on()).isEqualTo(LocalDate.of(2037, 8, 31));
        assertThat(overviews.provinces(SESSION, OpenSession.officer(Role.ANALYST, null)).keySet())
                .containsExactly(BigProvince.SICHUAN, BigProvince.GANSU);
        assertThatThrownBy(() -> overviews.provinces(SESSION, reviewer))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void theTermDecidesWhatIsOverdueAndIsOnRecord() {
        clock.moveTo(LocalDate.of(2037, 8, 31).atTime(12, 0).toInstant(Beijing.OFFSET));
        var overdue = new Narrow(ALL).overdue().done();
        var lead = OpenSession.officer(Role.REVIEW_LEAD, BigProvince.SICHUAN);
        long before = lists.count(overdue, reviewer);
        lists.setTerm(60, "省内规定（虚构）", lead);
        assertThat(lists.count(overdue, reviewer)).isLessThan(before).isPositive();
        assertThat(lists.page(overdue, Cursor.start(), PAGE, reviewer).rows())
                .allMatch(
                        row ->
                                lists.term(BigProvince.SICHUAN)
                                        .dueOn(row.stageSince())
                                        .isBefore(LocalDate.of(2037, 8, 31)));
        assertThat(lists.term(BigProvince.GANSU)).isEqualTo(ReviewTerm.DEFAULT);
        assertThatThrownBy(() -> lists.setTerm(5, "无权", reviewer))
                .isInstanceOf(AccessRefused.class);
    }

    private Stream<String> plans(ListFilter filter) {
        var asked = lists.asked(filter, reviewer);
        var middle = Optional.of(new Cursor(anyone(), false));
        return Stream.of(
                        ListTable.pageStatement(asked, Cursor.start(), PAGE + 1),
                        ListTable.pageStatement(asked, middle, PAGE + 1),
                        ListTable.countStatement(asked),
                        ListTable.stagesStatement(asked))
                .map(this::plan);
    }

    private DeclarationId anyone() {
        return lists.page(ALL, Cursor.start(), 1, reviewer).rows().getFirst().id();
    }

    private String plan(ListTable.Statement statement) {
        return String.join(
                "\n",
                sql.sql("EXPLAIN " + statement.text())
                        .params(statement.parameters())
                        .query(String.class)
                        .list());
    }

    private boolean readsAll(String plan) {
        return plan.contains("Seq Scan on declaration") || plan.contains("Seq Scan on step");
    }

    private static List<ListFilter> filters() {
        return List.of(
                ALL,
                new Narrow(ALL).stage(Stage.SUBMITTED).done(),
                new Narrow(ALL).stage(Stage.WITHDRAWN).done(),
                new Narrow(ALL).ground(DeclaredGround.WORKS).done(),
                new Narrow(ALL).place("513326").done(),
                new Narrow(ALL).place("513300").done(),
                new Narrow(ALL).place("510104").done(),
                new Narrow(ALL).qualification("网络工程师").done(),
                new Narrow(ALL).days("2037-08-01", "2037-08-02").done(),
                new Narrow(ALL).overdue().done(),
                new Narrow(ALL).returnedToday().done(),
                new Narrow(ALL).receipt("SB-7").done(),
                new Narrow(ALL).qualification("程序员").done(),
                new Narrow(ALL).ground(DeclaredGround.WORKS).newest().done(),
                ALL.heldBy(new Holder.Myself()),
                ALL.heldBy(new Holder.Nobody()),
                new Narrow(ALL).newest().done(),
                new Narrow(ALL)
                        .stage(Stage.APPROVED)
                        .place("513401")
                        .qualification("软件设计师")
                        .done());
    }

    private static boolean fits(ListFilter filter, ListRow row) {
        var day = Beijing.day(row.arrivedAt());
        return filter.stage().map(row.stage()::equals).orElse(true)
                && filter.ground().map(row.ground()::equals).orElse(true)
                && filter.place().map(place -> inside(place, row.place())).orElse(true)
                && filter.qualification().map(row.qualification()::equals).orElse(true)
                && filter.from().map(from -> !day.isBefore(from)).orElse(true)
                && filter.to().map(to -> !day.isAfter(to)).orElse(true)
                && row.receipt().startsWith(filter.receipt())
                && (!filter.overdue() || row.stage() == Stage.SUBMITTED)
                && (!filter.returnedToday() || row.stage() == Stage.RETURNED);
    }

    private static boolean inside(DivisionCode place, DivisionCode county) {
        return county.equals(place) || county.prefecture().equals(place);
    }

    /** A filter on its way. */
    private static final class Narrow {
        private final Map<String, String> typed = new java.util.HashMap<>();
        private final ListFilter from;

        Narrow(ListFilter from) {
            this.from = from;
        }

        Narrow stage(Stage stage) {
            typed.put("stage", stage.name());
            return this;
        }

        Narrow ground(DeclaredGround ground) {
            typed.put("ground", ground.name());
            return this;
        }

        Narrow place(String code) {
            typed.put("place", code);
            return this;
        }

        Narrow qualification(String name) {
            typed.put("qualification", name);
            return this;
        }

        Narrow days(String first, String last) {
            typed.putAll(Map.of("from", first, "to", last));
            return this;
        }

        Narrow overdue() {
            typed.put("overdue", "1");
            return this;
        }

        Narrow returnedToday() {
            typed.put("returnedToday", "1");
            return this;
        }

        Narrow receipt(String beginning) {
            typed.put("receipt", beginning);
            return this;
        }

        Narrow newest() {
            typed.put("order", "newest");
            return this;
        }

        ListFilter done() {
            return new ListFilter(
                    from.session(),
                    Optional.ofNullable(typed.get("stage")).map(Stage::valueOf),
                    Optional.ofNullable(typed.get("ground")).map(DeclaredGround::valueOf),
                    Optional.ofNullable(typed.get("place")).map(DivisionCode::new),
                    Optional.ofNullable(typed.get("qualification")),
                    Optional.ofNullable(typed.get("from")).map(LocalDate::parse),
                    Optional.ofNullable(typed.get("to")).map(LocalDate::parse),
                    typed.containsKey("overdue"),
                    typed.containsKey("returnedToday"),
                    new Holder.Anybody(),
                    typed.getOrDefault("receipt", ""),
                    typed.containsKey("order"));
        }
    }
}
