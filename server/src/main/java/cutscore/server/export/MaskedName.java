package cutscore.server.export;

/** 张*: the first sign of a name, so that a row is told from the next and not whose it is. */
final class MaskedName {
    private MaskedName() {}

    static String of(String name) {
        var plain = name.strip();
        return plain.isEmpty() ? "" : plain.substring(0, plain.offsetByCodePoints(0, 1)) + "*";
    }
}
