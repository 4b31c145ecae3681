package cutscore.server.line.web.workbench;

import cutscore.kernel.rule.LineRule;

/**
 * The line that determines the same in a terminal, on the files that can be downloaded here. It is
 * one paste: the rule is written to its file first.
 */
final class PastedCommand {
    private PastedCommand() {}

    static String of(LineRule rule) {
        return "printf '%s' '"
                + rule.toJson().canonical()
                + "' > rule.json && ./cutscore line"
                + " determine --roster roster.csv --areas areas.csv --declared declared.csv"
                + " --rule rule.json --out dossier.json";
    }
}
