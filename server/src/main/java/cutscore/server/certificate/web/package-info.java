/**
 * {@code ui-C11} 进度 and {@code ui-C13} 结果: what an examinee may know of their own case, in one
 * page. Nobody else's case is reachable from here: everything is found from who is signed in.
 */
@NullMarked
package cutscore.server.certificate.web;

import org.jspecify.annotations.NullMarked;
