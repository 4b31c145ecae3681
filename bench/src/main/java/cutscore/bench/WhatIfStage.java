package cutscore.bench;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.LoadedSession;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** One drag of the line on a session in memory: who passes, county by county. */
final class WhatIfStage implements Stage {
    private static final String SESSION = "ours: one drag, the session's own pool";
    private static final String EVERYBODY = "ours: one drag, everybody in the pool";
    private static final String FRAME = "ours: one drag, 1.3 M of them (or all) in the pool";
    private static final long OF_A_FRAME = 1_300_000;
    private static final double MILLIS_PER_TEN_MILLION = 50;
    private static final Score MARK = Score.of("40");

    /** One key for the whole session, so that a drag meets everybody. */
    private static final LineRule RULE =
            new LineRule(
                    LineRule.FIRST_SESSION,
                    LineRule.Key.SESSION,
                    Shape.UNIFORM,
                    LineRule.NATIONAL,
                    Ours.RULE.grid(),
                    LineRule.Sat.ANY,
                    LineRule.Pool.REGISTERED);

    @Override
    public String title() {
        return "What if: one drag of the line on a loaded session";
    }

    @Override
    public String how() {
        return """
        The session is in memory, six bytes for each of the pool; a drag asks who passes at 40 in every subject,
        county by county, in one key that holds the whole session. One thread. Once with the pool that the line
        areas give (a tenth), and once with everybody in it, so that as many packed rows are looked at as the
        size says; a frame is 16 ms. DuckDB asks its loaded table the same, two threads; the counts of every
        county are compared.\
        """;
    }

    @Override
    public List<Timing> run(BenchFolder folder, long size, Race race) throws IOException {
        var own = new LoadedSession.Loading();
        var everybody = new LoadedSession.Loading();
        var frame = new LoadedSession.Loading();
        long[] row = new long[1];
        var reader =
                new RosterReader(
                        Divisions.builtIn(),
                        Qualifications.builtIn(),
                        ExamDays.about(RULE.session()));
        reader.read(
                        CsvSource.of(folder.roster()),
                        examinee -> {
                            own.add(examinee, folder.areas().contains(examinee.division()), false);
                            everybody.add(examinee, true, false);
                            if (row[0]++ < OF_A_FRAME) {
                                frame.add(examinee, true, false);
                            }
                        })
                .orRefuse();
        var session = own.loaded();
        var all = everybody.loaded();
        var some = frame.loaded();
        try (var duck = DuckDb.open(folder.at("spill"), folder.areas())) {
            duck.load(folder.roster(), "loaded");
            int half = MARK.halfPoints();
            List<Timing> timings =
                    race.run(
                            List.of(
                                    Contender.inside(EVERYBODY, () -> drag(all)),
                                    Contender.inside(
                                            "DuckDB: its loaded table, everybody in the pool",
                                            () -> duck.drag("loaded", half, true))));
            List<Timing> more =
                    race.run(
                            List.of(
                                    Contender.inside(SESSION, () -> drag(session)),
                                    Contender.inside(
                                            "DuckDB: its loaded table, the session's own pool",
                                            () -> duck.drag("loaded", half, false))));
            List<Timing> framed = race.run(List.of(Contender.inside(FRAME, () -> drag(some))));
            return List.of(
                    timings.getFirst(),
                    timings.getLast(),
                    more.getFirst(),
                    more.getLast(),
                    framed.getFirst());
        }
    }

    private static String drag(LoadedSession session) {
        return session
                .at(RULE, RULE.session().value(), new PassingLine.EachSubject(MARK))
                .counties()
                .stream()
                .map(c -> c.county() + ":" + c.people() + ":" + c.passed() + " ")
                .collect(Collectors.joining());
    }

    @Override
    public List<Goal> goals(long largest) {
        return List.of(
                Goal.atMost(
                        "What if, one drag: ≤ 16 ms for 1.3 M examinees, all in the pool",
                        FRAME,
                        16),
                Goal.atMost(
                        "The same: ≤ 50 ms per 10 M packed rows and core",
                        EVERYBODY,
                        MILLIS_PER_TEN_MILLION * largest / 1e7));
    }
}
