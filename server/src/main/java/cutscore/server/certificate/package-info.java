/**
 * Awards and certificates: who gets a separate-line certificate and why, the numbers, the seal, the
 * trust bundle for verification without a network, and annulment as a state.
 *
 * <p>Basis: 单独划线证书申领通知 四, 五; 人社厅发〔2022〕25号; 人力资源和社会保障部令第31号 第十条.
 *
 * <p>Order of issue: number, bytes to be signed and ledger entry in one transaction; then the seal.
 * A number leaves the database only after that commit. Two people: one prepares a batch, another
 * approves it.
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
            "roster",
            "declaration",
            "line",
            "integrity"
        })
@NullMarked
package cutscore.server.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
