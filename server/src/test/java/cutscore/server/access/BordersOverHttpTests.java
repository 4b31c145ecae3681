package cutscore.server.access;

import static cutscore.server.declaration.OpenSession.SICHUAN;
import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.ModuleTest;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.OpenSession;
import cutscore.server.declaration.Submission;
import cutscore.server.exam.Exams;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Role × endpoint × province, generated from the handlers of the running server and asked over
 * HTTP: what belongs to another province is answered exactly like what nobody has, and no page
 * without an id shows anybody of another province, nor all of the country.
 */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class BordersOverHttpTests {
    private static final DivisionCode GANSU = new DivisionCode("620000");

    /** Addresses with a variable that names nobody: public pages, and the centre's own matters. */
    private static final Set<String> NAMES_NOBODY =
            Set.of(
                    "/announcements/",
                    "/assets/",
                    "/windows/",
                    "/stop/",
                    "/feed/",
                    "/national/",
                    "/officers/",
                    "/integrity/",
                    "/look-ups/",
                    "/ledger/",
                    "/province/circulars/",
                    "/province/windows/");

    /** Addresses that an examinee's own things have; another's is looked for below. */
    private static final Set<String> ONES_OWN = Set.of("/me/files/");

    /** Which handlers look across borders, and are kept apart by the code alone. */
    private static final Set<String> CROSSING =
            Set.of(
                    "ListsController.enter",
                    "ListsController.confirm",
                    "BenchController.reopen",
                    "CounterController",
                    "CounterFilesController");

    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Officers officers;
    @Autowired Declarations declarations;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final Map<String, UUID> examples = new LinkedHashMap<>();
    private final List<String> canaries = new ArrayList<>();

    /** A way to ask for a page. */
    private record Endpoint(String method, String path, HandlerMethod handler) {
        Set<Role> roles() {
            return Lanes.of(handler) instanceof Lane.Holders(var roles) ? roles : Set.of();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void whatBelongsToAnotherProvinceIsAnsweredLikeWhatNobodyHas() throws IOException {
        var people = people();
        var leaks = new ArrayList<String>();
        int asked = 0;
        for (var endpoint : endpoints()) {
            var example = example(endpoint.path());
            if (!endpoint.path().contains("{") || example.isEmpty()) {
                continue;
            }
            for (Role role : endpoint.roles()) {
                var here = people.get(role + " here");
                var there = people.get(role + " there");
                if (here == null || there == null) {
                    continue;
                }
                asked++;
                var foreign = ask(there, endpoint, example.get());
                var nobodys = ask(there, endpoint, UUID.randomUUID());
                if (!shape(foreign).equals(shape(nobodys))) {
                    leaks.add(endpoint + " " + role + ": " + foreign + " but " + nobodys);
                }
                // Else the example is dead, and the comparison above compares nothing.
                if (isAlive(endpoint)
                        && shape(ask(here, endpoint, example.get())).equals(shape(nobodys))) {
                    leaks.add(endpoint + " " + role + " does not know its own");
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(asked).isGreaterThan(12);
        pagesWithoutAnId(people);
    }

    /**
     * Whether its owner sees it: a file that is not there, nobody; a case at the counter, its
     * officer.
     */
    private static boolean isAlive(Endpoint endpoint) {
        return endpoint.method().equals("GET")
                && endpoint.path().matches("/[a-z/]+\\{[a-z]+}")
                && !endpoint.path().startsWith("/province/counter/");
    }

    private void pagesWithoutAnId(Map<String, Visitor> people) {
        var shown = new ArrayList<String>();
        var seen = new TreeSet<String>();
        for (var endpoint : endpoints()) {
            if (!endpoint.method().equals("GET") || endpoint.path().matches(".*[{*].*")) {
                continue;
            }
            for (Role role : endpoint.roles()) {
                var others =
                        role.isProvincial()
                                ? people.get(role + " there")
                                : Cast.of(demo).signedIn(role, port);
                if (others == null) {
                    continue;
                }
                String body = others.get(endpoint.path() + "?session=2030-2").body();
                canaries.stream()
                        .filter(body::contains)
                        .forEach(canary -> shown.add(endpoint + " " + role + " " + canary));
                var here = people.get(role + " here");
                if (here != null
                        && canaries.stream()
                                .anyMatch(
                                        here.get(endpoint.path() + "?session=2030-2").body()
                                                ::contains)) {
                    seen.add(endpoint.path());
                }
            }
        }
        assertThat(shown).isEmpty();
        assertThat(seen).as("pages on which the own province is seen").isNotEmpty();
    }

    @Test
    void everyHandlerWithAVariableHasAnExampleOrNamesNobody() throws IOException {
        people();
        var without =
                endpoints().stream()
                        .filter(endpoint -> endpoint.path().contains("{"))
                        .map(Endpoint::path)
                        .filter(path -> example(path).isEmpty())
                        .filter(path -> begins(path, NAMES_NOBODY).isEmpty())
                        .filter(path -> begins(path, ONES_OWN).isEmpty())
                        .toList();
        assertThat(without).isEmpty();
        assertThat(example("/province/something-new/{id}")).isEmpty();
        assertThat(begins("/province/something-new/{id}", NAMES_NOBODY)).isEmpty();
    }

    @Test
    void whichHandlersLookAcrossBordersIsWrittenDown() {
        var crossing = new TreeSet<String>();
        for (var endpoint : endpoints()) {
            var type = endpoint.handler().getBeanType();
            if (type.isAnnotationPresent(AcrossBorders.class)) {
                crossing.add(type.getSimpleName());
            } else if (endpoint.handler().hasMethodAnnotation(AcrossBorders.class)) {
                crossing.add(type.getSimpleName() + "." + endpoint.handler().getMethod().getName());
            }
        }
        assertThat(crossing).containsExactlyInAnyOrderElementsOf(CROSSING);
    }

    private Optional<UUID> example(String path) {
        return examples.entrySet().stream()
                .filter(one -> path.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> begins(String path, Set<String> among) {
        return among.stream().filter(path::startsWith).findAny();
    }

    /** Status, kind and body, without the ids and the tokens that differ anyway. */
    private static String shape(HttpResponse<String> answer) {
        return answer.statusCode()
                + " "
                + answer.headers().firstValue("Content-Type").orElse("")
                + " "
                + answer.headers().firstValue("Cache-Control").orElse("")
                + " "
                + answer.headers()
                        .firstValue("Location")
                        .map(BordersOverHttpTests::withoutIds)
                        .orElse("")
                + withoutIds(answer.body())
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                        .replaceAll("\\d\\d:\\d\\d(:\\d\\d)?", "");
    }

    private static String withoutIds(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
    }

    private static HttpResponse<String> ask(Visitor visitor, Endpoint endpoint, UUID id) {
        String path =
                endpoint.path()
                        .replace("{file}", "00000000-0000-4000-8000-000000000000")
                        .replaceAll("\\{[^}]+}", id.toString());
        return switch (endpoint.method()) {
            case "GET" -> visitor.get(path);
            case "POST" -> visitor.post(path, Map.of("reason", "与户口簿逐位核对"));
            default -> visitor.change(endpoint.method(), path);
        };
    }

    private List<Endpoint> endpoints() {
        var found = new ArrayList<Endpoint>();
        mapping.getHandlerMethods()
                .forEach(
                        (mapped, handler) -> {
                            for (String path : mapped.getPatternValues()) {
                                for (RequestMethod method :
                                        mapped.getMethodsCondition().getMethods()) {
                                    found.add(new Endpoint(method.name(), path, handler));
                                }
                            }
                        });
        return found;
    }

    /** Reviewer and lead of two provinces, and something of Sichuan's for every kind of address. */
    private Map<String, Visitor> people() throws IOException {
        var staff = Colleagues.of(officers, demo);
        var people = new LinkedHashMap<String, Visitor>();
        var reviewers = new ArrayList<UUID>();
        for (Role role : List.of(Role.REVIEWER, Role.REVIEW_LEAD)) {
            var here = staff.open(role, Optional.of(SICHUAN));
            people.put(role + " here", staff.signedIn(here, port));
            people.put(role + " there", staff.signedIn(staff.open(role, Optional.of(GANSU)), port));
            reviewers.add(here.id());
        }
        lay(reviewers.getFirst());
        return people;
    }

    private void lay(UUID reviewer) throws IOException {
        UUID declaration = declared();
        examples.put("/province/declarations/", declaration);
        examples.put("/province/bench/", declaration);
        examples.put("/province/corrections/", correction());
        examples.put("/province/ratings/", rating());
        examples.put("/province/lists/", list());
        examples.put("/province/counter/", counterCase(reviewer));
        examples.put("/province/views/", view());
        examples.put("/province/reasons/", reason());
        examples.put("/province/exports/", export());
        canaries.addAll(examples.values().stream().map(UUID::toString).toList());
        canaries.add("虚构IN");
    }

    private UUID declared() throws IOException {
        var known =
                sql.sql(
                                """
                                SELECT id FROM declaration.declaration
                                 WHERE idempotency_key = 'borders-over-http'
                                """)
                        .query(UUID.class)
                        .optional();
        if (known.isPresent()) {
            return known.get();
        }
        var session = OpenSession.of("2030-2", exams, rosters, clock, folder);
        clock.moveTo(session.opens());
        var form = session.registered("IN", "borders-over-http");
        return ((Submission.Accepted) declarations.submit(form)).id().value();
    }

    private UUID correction() {
        return row(
                """
                INSERT INTO voice.correction (id, session, admission_number, province, fact, stands,
                    wanted, why, idempotency_key, waiting, asked_at, commitment, ledger_index)
                VALUES (:id, '2030-2', 'B' || :id::text, '510000', 'NAME', '甲', '乙', '', :id::text,
                    true, now(), repeat('0', 64), 900000000 + floor(random() * 1000000)::bigint)
                """);
    }

    private UUID rating() {
        return row(
                """
                INSERT INTO voice.rating (id, session, admission_number, occasion, province, word,
                    reason, rated_at)
                VALUES (:id, '2030-2', 'B' || :id::text, 'RECEIPT', '510000', 'POOR', '', now())
                """);
    }

    private UUID list() {
        return row(
                """
                INSERT INTO declaration.registration_list (id, session, province, claim_window,
                    stated_at, sha256, rows, set_aside, entered_by, entered_at)
                VALUES (:id, '2030-2', '510000', :id, now(),
                    replace(:id::text || :id::text, '-', ''), 1, 0, :id, now())
                """);
    }

    private UUID reason() {
        return row(
                """
                INSERT INTO declaration.reason_of_province
                    (id, province, verdict, words, clause, added_by, added_at)
                VALUES (:id::text, '510000', 'RETURN', '缺一页', '四(一)', :id, now())
                """);
    }

    private UUID export() {
        return row(
                """
                INSERT INTO export.job (id, officer, officer_name, province, filter, format,
                    purpose_kind, purpose, asked_at, stage, rows_total)
                VALUES (:id, :id, '别人', '510000', '', 'XLSX', 'REVIEW', '按件审核', now(),
                    'FAILED', 0)
                """);
    }

    private UUID view() {
        return row(
                """
                INSERT INTO declaration.saved_view (id, officer, place, name, filter, saved_at)
                VALUES (:id, :id, 1, '别人的', '', now())
                """);
    }

    private UUID counterCase(UUID officer) {
        UUID id =
                row(
                        """
                        INSERT INTO declaration.counter_case
                            (id, officer, province, session, admission_number, begun_at)
                        VALUES (:id, :id, '510000', '2030-2', 'IN', now())
                        """);
        sql.sql("UPDATE declaration.counter_case SET officer = ? WHERE id = ?")
                .params(officer, id)
                .update();
        return id;
    }

    private UUID row(String insert) {
        var id = UUID.randomUUID();
        sql.sql(insert).param("id", id).update();
        return id;
    }
}
