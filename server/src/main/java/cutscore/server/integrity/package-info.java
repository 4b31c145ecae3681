/**
 * Integrity (诚信): decisions that declare a certificate void. A decision reached elsewhere is
 * recorded here by one officer and confirmed by another; the certificate's own module then annuls
 * it in the same transaction.
 *
 * <p>Promises: nothing is deleted, annulment is a state with a date and a decision number; the
 * ledger holds a salted commitment to the certificate, never its number.
 *
 * <p>Basis: 专业技术人员资格考试违纪违规行为处理规定 (人力资源和社会保障部令第31号) 第十条.
 */
@ApplicationModule(allowedDependencies = {"database", "ledger", "access", "web"})
@NullMarked
package cutscore.server.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
