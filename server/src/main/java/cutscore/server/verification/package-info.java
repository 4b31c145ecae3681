/**
 * Verification: does this certificate count here? The rule is the kernel's, the facts are live.
 * Nobody depends on this module.
 *
 * <p>Basis: 单独划线证书申领通知 五; 人力资源和社会保障部令第31号 第十二条. A name is matched when typed, never shown.
 */
@ApplicationModule(allowedDependencies = {"database", "web", "certificate"})
@NullMarked
package cutscore.server.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
