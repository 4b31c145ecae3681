package cutscore.cli;

/** {@code ./cutscore} inside a test. */
public final class OfflineTool {
    private OfflineTool() {}

    /** Its exit code. */
    public static int run(String... arguments) {
        return Main.run(arguments);
    }
}
