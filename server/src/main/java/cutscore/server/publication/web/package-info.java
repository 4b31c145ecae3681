/**
 * {@code ui-P5} 公告 and {@code ui-P6} 合格标准: what was published here, and what is on record of past
 * lines, for anybody to read and to recompute.
 */
@NullMarked
package cutscore.server.publication.web;

import org.jspecify.annotations.NullMarked;
