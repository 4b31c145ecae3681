package cutscore.server.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.kernel.seal.Json;
import cutscore.server.ModuleTest;
import cutscore.server.cycle.Played;
import cutscore.server.declaration.Declarations;
import cutscore.server.roster.Rosters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The engine in SQL on a session that was played to its end, its roster read through its door. */
@ModuleTest
@TestPropertySource(properties = "test.room=lines")
class SecondEngineTests {
    private static final SessionId SESSION = SessionId.of(2023, 1);
    private static final Grid HALF_POINTS = new Grid(new Score(1), Score.of("35"));

    @Autowired ApplicationContext server;
    @Autowired Rosters rosters;
    @Autowired Declarations declarations;
    @Autowired Lines lines;
    @Autowired SecondEngine second;

    @BeforeEach
    void aSessionIsPlayed() {
        Played.once(server);
    }

    @Test
    void thePublishedDossiersKeysComeOutAgainByteForByte() {
        var published = lines.published(SESSION).getFirst();
        var rule = published.state().proposal().rule();
        var dossier = Json.parseObject(published.dossier().toJson().canonical());
        var areas = areas(lines.files(published.state().proposal().id()).areasCsv());
        assertThat(second.keys(given(rule, areas)).bytes())
                .isEqualTo(new Json.Arr(dossier.array("keys")).bytes());
    }

    @Test
    void everyShapeSaysTheSameAsTheKernelOfARealSession() {
        var published = lines.published(SESSION).getFirst();
        var areas = areas(lines.files(published.state().proposal().id()).areasCsv());
        var shapes =
                List.of(
                        new Shape.Uniform(),
                        new Shape.PerSubject(),
                        new Shape.TotalAndFloor(Score.of("38.5")));
        for (Shape shape : shapes) {
            for (LineRule.Pool pool : LineRule.Pool.values()) {
                var rule = rule(LineRule.Key.LEVEL, shape, pool);
                assertThat(second.keys(given(rule, areas)).canonical())
                        .isEqualTo(kernel(rule, areas).canonical());
            }
        }
    }

    @Test
    void oneLineForQualificationsWithDifferentSubjectsIsRefused() {
        var rule = rule(LineRule.Key.SESSION, new Shape.PerSubject(), LineRule.Pool.REGISTERED);
        assertThatThrownBy(() -> second.keys(given(rule, Set.of()))).isInstanceOf(Unreadable.class);
    }

    private static LineRule rule(LineRule.Key key, Shape shape, LineRule.Pool pool) {
        return new LineRule(
                SESSION,
                key,
                shape,
                LineRule.NATIONAL,
                HALF_POINTS,
                LineRule.Sat.ANY,
                pool,
                Map.of());
    }

    private SecondEngine.Given given(LineRule rule, Set<DivisionCode> areas) {
        return new SecondEngine.Given(
                rule,
                Qualifications.builtIn(),
                areas,
                declared()::contains,
                each -> rosters.examinees(SESSION, each));
    }

    private Json.Arr kernel(LineRule rule, Set<DivisionCode> areas) {
        var determination =
                new LineDetermination(rule, areas, declared()::contains, Qualifications.builtIn());
        rosters.examinees(SESSION, determination::add);
        var dossier = determination.dossier(List.of(), Optional.empty());
        return new Json.Arr(dossier.toJson().array("keys"));
    }

    private Set<String> declared() {
        var declared = new HashSet<String>();
        declarations.approved(SESSION, one -> declared.add(one.admissionNumber()));
        return declared;
    }

    private static Set<DivisionCode> areas(byte[] csv) {
        var codes = new HashSet<DivisionCode>();
        LineTable.text(csv)
                .lines()
                .skip(1)
                .forEach(row -> codes.add(new DivisionCode(row.substring(0, 6))));
        return codes;
    }
}
