package cutscore.cli;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.explain.PoolFacts;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.DossierComparison;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.seal.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A dossier on the command line beside the files it was made from. Whatever is said of it is said
 * only after it came out of those very files again.
 */
record StatedDossier(String name, Dossier dossier, Json.Obj stated) {
    private static final int MOST_SHOWN = 5;

    /**
     * @throws Unreadable when the file is no dossier
     */
    static StatedDossier read(Path file) throws IOException {
        String text = InputFile.text(file);
        return new StatedDossier(
                file.toString(), Dossier.read(file.toString(), text), Json.parseObject(text));
    }

    /**
     * Determines again and compares.
     *
     * @throws Unreadable when something else comes out: the files are not the dossier's
     */
    LineFiles.Determined determine(
            LineFiles files,
            List<Path> rosters,
            Qualifications table,
            PrintWriter err,
            Function<PoolFacts, Consumer<Examinee>> onlooker)
            throws IOException {
        var again =
                files.determine(dossier.rule(), rosters, table, dossier.examDay(), err, onlooker);
        var differences =
                DossierComparison.between(
                        stated, again.dossier().missing(dossier.missing()).toJson());
        if (!differences.isEmpty()) {
            throw new Unreadable(
                    differences.stream().limit(MOST_SHOWN).map(this::notItsInputs).toList());
        }
        return again;
    }

    private Fault notItsInputs(DossierComparison.Difference difference) {
        return Fault.of(
                        "DOSSIER_OF_OTHER_INPUTS",
                        new Words(
                                "由这些文件得不出这份档案：" + difference,
                                "this dossier does not come out of these files: " + difference),
                        new Words(
                                "请给出测算时的名册、地区和申报名单",
                                "give the roster, areas and declarations it was determined from"))
                .in(name);
    }
}
