/**
 * {@code ui-C11} 进度 and {@code ui-C13} 结果: what an examinee may know of their own case, in one
 * page: everything of theirs is found from who is signed in. {@code ui-S8} 制证: awards and batches,
 * for analysts and the officers of the issuing province.
 */
@NullMarked
package cutscore.server.certificate.web;

import org.jspecify.annotations.NullMarked;
