/**
 * The line (标准线): determined from the confirmed roster, proposed, approved, filed by the clearing
 * departments, published. Its numbers are the kernel's; here is who did which step, and when.
 *
 * <p>Promises: the dossier's digest is in the ledger before anybody can list who would pass; a
 * proposal, an approval and a filing are three people's; an unfiled line cannot be published.
 *
 * <p>Basis: 人社厅发〔2022〕25号; 申领通知 三 (报相关部门审核备案后向社会公布).
 */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "database",
            "ledger",
            "access",
            "area",
            "exam",
            "roster",
            "declaration"
        })
@NullMarked
package cutscore.server.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
