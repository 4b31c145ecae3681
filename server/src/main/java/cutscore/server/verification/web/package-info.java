/**
 * {@code ui-V1} and {@code ui-V2} 验证: "valid here?", in one sentence, for a county and a day; the
 * same as JSON under {@code /api/v1/verify}.
 */
@NullMarked
package cutscore.server.verification.web;

import org.jspecify.annotations.NullMarked;
