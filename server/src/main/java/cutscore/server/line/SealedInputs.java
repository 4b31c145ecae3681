package cutscore.server.line;

import cutscore.kernel.line.Dossier;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.server.roster.ControlTotals;
import java.util.List;

/**
 * The digests and totals of everything a line is determined from.
 *
 * @param roster SHA-256 of the confirmed roster's file
 * @param totals its rows and the half points of all its marks
 * @param rows SHA-256 over the rows as they are kept here, by admission number: notices a changed
 *     row, which the file's digest cannot
 * @param areas SHA-256 of the areas CSV
 * @param areaRows line areas in it
 * @param declared SHA-256 of the declared CSV
 * @param declaredRows approved declarations in it
 */
public record SealedInputs(
        String roster,
        ControlTotals totals,
        String rows,
        String areas,
        long areaRows,
        String declared,
        long declaredRows) {

    /** As the dossier names them. */
    public List<Dossier.Input> forDossier() {
        return List.of(
                new Dossier.Input("roster-1", roster, totals.rows()),
                new Dossier.Input("areas", areas, areaRows),
                new Dossier.Input("declared", declared, declaredRows));
    }

    /** As the ledger keeps them: digests and counts only. */
    Json.Obj toJson() {
        return Json.object()
                .put("roster", roster)
                .put("rosterRows", totals.rows())
                .put("halfPoints", totals.halfPoints())
                .put("rows", rows)
                .put("areas", areas)
                .put("areaRows", areaRows)
                .put("declared", declared)
                .put("declaredRows", declaredRows)
                .build();
    }

    /** One digest for all of it: the input set's name on every chart and scenario. */
    public String digest() {
        return Digest.hex(toJson().bytes());
    }
}
