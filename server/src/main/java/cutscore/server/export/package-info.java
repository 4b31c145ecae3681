/**
 * Exports (导出): a list as a file, as a job. Who asks says what for; the file carries it.
 *
 * <p>Promises: names are masked and identity numbers are in no export; a cell holds text and never
 * a formula; the purpose's kind, the row count and the digest are in the ledger, no person is; the
 * file goes a day after it was ready and the row stays; a job whose worker died is taken up by
 * another, and the first writes nothing any more; each download is on record.
 *
 * <p>Basis: Personal Information Protection Law, articles 6, 51 and 55.
 */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "ledger",
            "access",
            "exam",
            "roster",
            "declaration",
            "web"
        })
@NullMarked
package cutscore.server.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
