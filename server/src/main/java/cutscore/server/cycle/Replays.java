package cutscore.server.cycle;

import cutscore.kernel.seal.Json;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Officers;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.Declarations;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * Plays whole exam sessions through the doors of all modules: what {@code cycle} writes down and
 * {@code demo} shows. One thread, one clock, one seed.
 */
@Component
public class Replays {
    private final InstantSource clock;
    private final DemoAccounts demo;
    private final Officers officers;
    private final Office office;
    private final Issuing issuing;
    private final Declarations declarations;
    private final Rosters rosters;
    private final Ledger ledger;
    private final CycleWriter writer;
    private final LateRound late;

    Replays(
            InstantSource clock,
            DemoAccounts demo,
            Officers officers,
            Office office,
            Issuing issuing,
            Declarations declarations,
            Rosters rosters,
            Ledger ledger,
            CycleWriter writer,
            LateRound late) {
        this.clock = clock;
        this.demo = demo;
        this.officers = officers;
        this.office = office;
        this.issuing = issuing;
        this.declarations = declarations;
        this.rosters = rosters;
        this.ledger = ledger;
        this.writer = writer;
        this.late = late;
    }

    /**
     * Plays the session from the circular to the verification of every certificate.
     *
     * @throws cutscore.kernel.Unreadable when the circular does not say enough, or the roster has a
     *     fault
     * @throws IllegalStateException when the server's clock is not scripted
     */
    public Replayed play(Script script, Progress progress) {
        if (!(clock instanceof ScriptedClock scripted)) {
            throw new IllegalStateException("a session is only played on a scripted clock");
        }
        var opening = Opening.of(script.circular());
        var chance = new Chance(script.seed());
        scripted.moveTo(opening.timeline().begins());
        progress.begins(Stage.PEOPLE, 0);
        var key = demo.key();
        var cast = Cast.open(opening.province(), key, demo, officers);
        progress.ends();
        var desk = new Office.Desk(opening, script, cast, scripted, progress);
        var circular = office.openSession(desk);
        var roster = office.takeRoster(desk);
        var declarers = new Declarers(opening, chance);
        rosters.entries(opening.session(), declarers::consider);
        var tally =
                new Declaring(declarations, scripted, opening, cast, chance, progress)
                        .play(declarers.inOrder());
        var proposal = office.determine(desk, circular, roster);
        var announcement = office.publish(desk, proposal);
        var issued = issuing.play(desk, key);
        progress.begins(Stage.LEDGER, 0);
        var checkpoint = ledger.publish();
        progress.ends();
        return new Replayed(
                opening,
                new Replayed.Parts(
                        script,
                        roster.totals().rows(),
                        tally,
                        proposal,
                        announcement,
                        issued,
                        checkpoint,
                        cast.accounts(),
                        scripted.instant()));
    }

    /**
     * Goes on into the late round that a notice announces, and stops inside it: somebody who looks
     * around can declare.
     *
     * @param notice the text of the late-claim notice
     */
    public Replayed goOnInto(Replayed replayed, String notice) {
        if (!(clock instanceof ScriptedClock scripted)) {
            throw new IllegalStateException("a session is only played on a scripted clock");
        }
        var key = demo.again(replayed.parts().officers().getFirst());
        var cast = Cast.again(replayed.parts().officers(), officers);
        var accounts = late.open(replayed.opening(), cast, notice, scripted, key);
        ledger.publish();
        return replayed.goneOn(accounts, scripted.instant());
    }

    /**
     * Writes everything of a played session into the folder.
     *
     * @return the summary, as it stands in {@code summary.json}
     */
    public Json.Obj write(Replayed replayed, CycleFolder folder, Progress progress) {
        return writer.write(replayed, folder, progress);
    }
}
