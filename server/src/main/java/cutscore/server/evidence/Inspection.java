package cutscore.server.evidence;

import cutscore.server.evidence.parser.Signature;
import cutscore.server.evidence.parser.Wire;
import java.util.Arrays;
import java.util.Optional;

/** The way every file goes: what it is, the virus scanner, the examining process. */
final class Inspection {
    private final Examiners examiners;

    private final VirusScan scanner;

    Inspection(Examiners examiners, VirusScan scanner) {
        this.examiners = examiners;
        this.scanner = scanner;
    }

    /** What came of it. */
    sealed interface Finding {
        @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
        record Made(EvidenceFile.Kind kind, int pages, byte[] bytes, EvidenceFile.Scan scan)
                implements Finding {}

        record Bad(EvidenceRefusal why) implements Finding {}
    }

    /** What the first bytes and the name say already; empty while nothing speaks against it. */
    static Optional<EvidenceRefusal> atFirstSight(String cleanName, byte[] start) {
        if (!GivenName.endsWell(cleanName)) {
            return Optional.of(EvidenceRefusal.OTHER_ENDING);
        }
        return switch (Signature.of(start)) {
            case JPEG, PNG, PDF -> Optional.empty();
            case HEIC -> Optional.of(EvidenceRefusal.HEIC);
            case OTHER -> Optional.of(EvidenceRefusal.OTHER_KIND);
        };
    }

    Finding inspect(String cleanName, byte[] sent) {
        if (sent.length == 0) {
            return new Finding.Bad(EvidenceRefusal.EMPTY);
        }
        byte[] start = Arrays.copyOf(sent, Math.min(sent.length, Signature.LENGTH));
        var odd = atFirstSight(cleanName, start);
        if (odd.isPresent()) {
            return new Finding.Bad(odd.get());
        }
        return switch (scanner.scan(sent)) {
            case FOUND -> new Finding.Bad(EvidenceRefusal.INFECTED);
            case CLEAN -> finding(examiners.examine(sent), EvidenceFile.Scan.CLEAN);
            case NOT_SCANNED -> finding(examiners.examine(sent), EvidenceFile.Scan.NOT_SCANNED);
        };
    }

    private static Finding finding(Wire.Answer answer, EvidenceFile.Scan scan) {
        return switch (answer.verdict()) {
            case TAKEN -> made(answer, scan);
            case OTHER_KIND -> new Finding.Bad(EvidenceRefusal.OTHER_KIND);
            case UNREADABLE -> new Finding.Bad(EvidenceRefusal.UNREADABLE);
            case TOO_MANY_PIXELS -> new Finding.Bad(EvidenceRefusal.TOO_MANY_PIXELS);
            case TOO_MANY_PAGES -> new Finding.Bad(EvidenceRefusal.TOO_MANY_PAGES);
            case LOCKED -> new Finding.Bad(EvidenceRefusal.LOCKED);
            case PRINT_COLOURS -> new Finding.Bad(EvidenceRefusal.PRINT_COLOURS);
            case TOO_HARD -> new Finding.Bad(EvidenceRefusal.TOO_HARD);
        };
    }

    /** A process that was taken over could send anything: at least it is what it says. */
    private static Finding made(Wire.Answer answer, EvidenceFile.Scan scan) {
        byte[] made = answer.made();
        var kind = answer.pdf() ? EvidenceFile.Kind.PDF : EvidenceFile.Kind.JPEG;
        var wanted = answer.pdf() ? Signature.PDF : Signature.JPEG;
        byte[] start = Arrays.copyOf(made, Math.min(made.length, Signature.LENGTH));
        return Signature.of(start) == wanted && answer.pages() > 0
                ? new Finding.Made(kind, answer.pages(), made, scan)
                : new Finding.Bad(EvidenceRefusal.TOO_HARD);
    }
}
