/**
 * Declarations (申报): who asks to be measured by a separate line, inside which window, on which
 * ground, and how a reviewer of the province answered.
 *
 * <p>Promises: the instant of arrival on the business clock decides, both ends of the window
 * inside, and no sweeper ever does; one active declaration per person, session and qualification;
 * the same key with the same body is answered the same again; every step is one transaction with
 * its ledger entry, which holds a salted commitment and nothing personal; a reviewer sees his
 * province only.
 *
 * <p>Basis: the circulars' clauses 二 and 四; 人社厅发〔2022〕25号; 工信教〔2023〕43号.
 */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "ledger",
            "access",
            "area",
            "exam",
            "roster",
            "paper",
            "evidence",
            "web"
        })
@NullMarked
package cutscore.server.declaration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
