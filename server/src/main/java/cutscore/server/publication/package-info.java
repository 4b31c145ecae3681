/**
 * Publication (公布): the announcement of a filed line, as a page and as a PDF/A, with the numbers
 * that make it checkable.
 *
 * <p>Promises: nothing unfiled is published; one person proposes and another confirms; "the
 * national line stands" is printed as a result with its reason, never left out; what was announced
 * is kept.
 *
 * <p>Basis: 申领通知 三 (报相关部门审核备案后，向社会公布).
 */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "ledger",
            "access",
            "web",
            "paper",
            "area",
            "exam",
            "line"
        })
@NullMarked
package cutscore.server.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
