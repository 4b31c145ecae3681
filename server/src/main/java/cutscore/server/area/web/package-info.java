/** {@code ui-P3} 地区: is my county a line area, on which ground, since when, by which document. */
@NullMarked
package cutscore.server.area.web;

import org.jspecify.annotations.NullMarked;
