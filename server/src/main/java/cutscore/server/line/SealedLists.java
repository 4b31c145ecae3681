package cutscore.server.line;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.line.AreaList;
import cutscore.kernel.line.DeclaredList;
import cutscore.kernel.seal.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Set;

/** The two small inputs of a snapshot, read back from its files as the command line reads them. */
record SealedLists(Set<DivisionCode> areas, DeclaredList declared) {

    /**
     * @throws LineRefused when a file has not the digest it was sealed with
     */
    static SealedLists read(SealedInputs sealed, SnapshotTable.Files files, LocalDate examDay) {
        require(sealed.areas(), files.areasCsv(), "areas");
        require(sealed.declared(), files.declaredCsv(), "declared");
        try {
            var areas = AreaList.read(CsvSource.of("areas", files.areasCsv()), Divisions.builtIn());
            return new SealedLists(
                    areas.inForce(examDay),
                    DeclaredList.read(CsvSource.of("declared", files.declaredCsv())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(String digest, byte[] file, String name) {
        if (!Digest.hex(file).equals(digest)) {
            throw new LineRefused(LineRefusal.INPUTS_CHANGED, name);
        }
    }
}
