/**
 * Evidence (证明材料): the files people send with a declaration. Each is received in pieces that may be
 * cut anywhere, examined and made anew by a separate process, and kept encrypted under a key of its
 * own.
 *
 * <p>Promises: this process never parses what was sent; type by content, limits before reading and
 * before decoding; what is kept is a new picture or a new PDF of pictures, without metadata,
 * scripts or attachments; one file's bytes do not open as another's; what belongs to a declaration
 * is never taken away. Whoever opens a file for somebody has decided that they may see it.
 *
 * <p>Basis: GB/T 35273-2020 (personal information); GB/T 39786-2021 (important data encrypted).
 */
@ApplicationModule(allowedDependencies = {"database", "access", "web"})
@NullMarked
package cutscore.server.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
