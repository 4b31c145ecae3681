package cutscore.server.line.web.workbench;

/** The tables of the workbench as files, with the same figures as the page. */
final class TableFiles {
    private TableFiles() {}

    static byte[] lines(Looked looked) {
        var csv =
                new Csv()
                        .row(
                                "line",
                                "passed",
                                "pool",
                                "national_passed",
                                "national_examinees",
                                "headroom",
                                "lawful");
        for (var rung : looked.ladder().rungs()) {
            var at = rung.compared();
            csv.row(
                    rung.at(),
                    at.passed(),
                    at.pool(),
                    at.nationalPassed(),
                    at.nationalExaminees(),
                    at.headroom(),
                    at.holds());
        }
        return csv.bytes();
    }

    static byte[] marks(Looked looked) {
        var csv = new Csv().row("subject", "marks", "pool", "all");
        for (var spread : looked.spreads()) {
            for (var band : spread.bands()) {
                csv.row(spread.subject().zh(), band.words(), band.pool(), band.all());
            }
        }
        return csv.bytes();
    }

    static byte[] counties(Looked looked) {
        var csv =
                new Csv()
                        .row(
                                "division_code",
                                "name",
                                "people",
                                "by_national_line",
                                "by_this_line",
                                "a_step_lower",
                                "a_step_higher");
        looked.counties()
                .shown()
                .forEach(row -> county(csv, row.code().value(), row.above() + row.name(), row));
        looked.counties().folded().forEach(row -> county(csv, "", row.counties() + " 个县合并", row));
        return csv.bytes();
    }

    private static void county(Csv csv, String code, String name, CountyTable.Row row) {
        csv.row(code, name, row.people(), row.national(), row.passed(), row.lower(), row.higher());
    }

    static byte[] sensitivity(Sensitivity table) {
        var csv = new Csv().row("sat", "pool", "step", "what", "line");
        for (var row : table.rows()) {
            for (int i = 0; i < table.columns().size(); i++) {
                csv.row(
                        row.rule().sat().word(),
                        row.rule().pool().word(),
                        row.rule().grid().step(),
                        table.columns().get(i).zh(),
                        row.cells().get(i).words().zh());
            }
        }
        return csv.bytes();
    }
}
