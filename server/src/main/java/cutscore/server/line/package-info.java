/**
 * The line (标准线): determined from a sealed snapshot, proposed, computed again blind, approved,
 * filed by the clearing departments, published. Its numbers are the kernel's; here is who did which
 * step, and when.
 *
 * <p>Doors: {@code Snapshots} (sealed, counted by another), {@code Scenarios} (what-ifs, no acts),
 * {@code Lines} (the steps of a line), {@code Recounts} (why somebody is in or out, what a
 * correction would do; no acts).
 *
 * <p>Promises: nothing is computed before a second person has typed the control totals; a snapshot
 * that is no longer true is not determined from; every province is in or named as missing; the
 * dossier's digest is in the ledger before anybody can list who would pass; who approves has
 * computed it blind, with the same result; a proposal, an approval and a filing are three people's;
 * an unfiled line cannot be published, and a place has one line.
 *
 * <p>Basis: 人社厅发〔2022〕25号; 申领通知 三 (申报结束后研究提出; 报相关部门审核备案后向社会公布).
 */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "database",
            "ledger",
            "access",
            "paper",
            "area",
            "exam",
            "roster",
            "declaration"
        })
@NullMarked
package cutscore.server.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
