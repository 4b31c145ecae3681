package cutscore.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules 4, 6, 7 and 9 of the house, read from its sources and migrations. */
class DataRulesTests {
    private static final String SERVER = "server/src/main/java/cutscore/server/";
    private static final String MIGRATIONS = "server/src/main/resources/db/migration/";
    private static final Set<String> SCHEMAS = schemas();

    @Test
    void aModuleTouchesOnlyItsOwnSchema() {
        List<String> trespass = new ArrayList<>();
        for (Path file : Sources.javaIn(SERVER)) {
            trespass.addAll(foreignSchemas(module(file, SERVER), file));
        }
        for (Path file : Sources.migrations()) {
            if (Sources.name(file).startsWith(MIGRATIONS)) {
                trespass.addAll(foreignWrites(module(file, MIGRATIONS), file));
            }
        }
        assertThat(SCHEMAS).contains("ledger", "declaration", "certificate");
        assertThat(trespass).isEmpty();
    }

    @Test
    void everySchemaHasMigrationsOfItsOwn() {
        assertThat(SCHEMAS)
                .allSatisfy(
                        schema ->
                                assertThat(
                                                Sources.migrations().stream()
                                                        .map(Sources::text)
                                                        .filter(
                                                                t ->
                                                                        t.contains(
                                                                                "CREATE SCHEMA "
                                                                                        + schema)))
                                        .hasSize(1));
    }

    @Test
    void nothingOfficialIsDeleted() {
        // What may go: salts (deleting one forgets a person), staging rows, and what is a person's
        // own to take away: ways of signing in, contacts, requests of theirs that ended; tries that
        // are counted before they are compared.
        Pattern allowed =
                Pattern.compile(
                        "(?i)(DELETE FROM|TRUNCATE)( TABLE)? (ledger\\.salt|roster\\.staging|"
                                + "access\\.[a-z_]*(throttle|attempt|code|session)[a-z_]*|"
                                + "access\\.(contact|passkey|linked_identity|recovery|totp)\\b|"
                                + "declaration\\.(saved_view|held_decision|counter_miss)\\b)");
        // "TRUNCATE ON" names the deed where a trigger or a REVOKE forbids it.
        Pattern deletion =
                Pattern.compile("\\b(?i:DELETE FROM|TRUNCATE(?! ON\\b|_EXISTING|\\())\\b[^\"\\n]*");
        var deletions =
                java.util.stream.Stream.concat(
                                Sources.javaIn(SERVER).stream(), Sources.migrations().stream())
                        .flatMap(
                                f ->
                                        deletion.matcher(Sources.text(f))
                                                .results()
                                                .filter(
                                                        r ->
                                                                !allowed.matcher(r.group())
                                                                        .lookingAt())
                                                .map(r -> Sources.name(f) + ": " + r.group()));
        assertThat(deletions).isEmpty();
        assertThat(
                        Sources.migrations().stream()
                                .filter(f -> Sources.text(f).contains("ON DELETE CASCADE"))
                                .map(Sources::name))
                .isEmpty();
    }

    @Test
    void marksAndRatesAreNeverFloatingPoint() {
        Pattern floating = Pattern.compile("\\b(double|float|Double|Float)\\b");
        var found =
                java.util.stream.Stream.of(
                                "kernel/src/main/java/cutscore/kernel/score",
                                "kernel/src/main/java/cutscore/kernel/line",
                                "kernel/src/main/java/cutscore/kernel/explain",
                                "kernel/src/main/java/cutscore/kernel/blast",
                                "server/src/main/java/cutscore/server/line")
                        .flatMap(folder -> Sources.javaIn(folder).stream())
                        .filter(f -> floating.matcher(withoutComments(Sources.text(f))).find())
                        .map(Sources::name);
        assertThat(found).isEmpty();
    }

    @Test
    void theLedgersTablesHaveNoColumnForAPerson() {
        Pattern personal =
                Pattern.compile("(?i)\\b(name|identity|admission|certificate_number)\\b");
        var found =
                Sources.migrations().stream()
                        .filter(f -> Sources.name(f).startsWith(MIGRATIONS + "ledger/"))
                        .filter(
                                f ->
                                        personal.matcher(Sources.text(f).replaceAll("--[^\n]*", ""))
                                                .find())
                        .map(Sources::name);
        assertThat(found).isEmpty();
    }

    @Test
    void theRulesCanFail() {
        assertThat(schemasIn("SELECT a FROM certificate.certificate JOIN roster.entry"))
                .containsExactlyInAnyOrder("certificate", "roster");
        assertThat(schemasIn("import cutscore.server.roster.Rosters; roster.find(x)")).isEmpty();
    }

    private static List<String> foreignSchemas(String module, Path file) {
        return schemasIn(Sources.text(file)).stream()
                .filter(s -> !s.equals(module))
                .map(s -> Sources.name(file) + " touches " + s)
                .toList();
    }

    /** A migration may point at another module's key by REFERENCES; it may not write there. */
    private static List<String> foreignWrites(String module, Path file) {
        String text = Sources.text(file).replaceAll("(?i)REFERENCES\\s+[a-z_]+\\.[a-z_]+", "");
        return schemasIn(text).stream()
                .filter(s -> !s.equals(module))
                .map(s -> Sources.name(file) + " touches " + s)
                .toList();
    }

    private static Set<String> schemasIn(String text) {
        Matcher used =
                Pattern.compile(
                                "(?i)\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|COPY|TRUNCATE|ON)\\s+"
                                        + "([a-z_]+)\\.[a-z_]+")
                        .matcher(text);
        return used.results()
                .map(r -> r.group(1))
                .filter(SCHEMAS::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> schemas() {
        return Sources.find(".sql")
                .map(Sources::name)
                .filter(n -> n.startsWith(MIGRATIONS))
                .map(n -> n.substring(MIGRATIONS.length()).replaceAll("/.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String module(Path file, String base) {
        return Sources.name(file).substring(base.length()).replaceAll("/.*", "");
    }

    private static String withoutComments(String java) {
        return java.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
    }
}
