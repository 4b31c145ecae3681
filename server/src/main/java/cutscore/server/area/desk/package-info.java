/** The page where a province's leads give a circular its force: entered, confirmed, agreed to. */
@NullMarked
package cutscore.server.area.desk;

import org.jspecify.annotations.NullMarked;
