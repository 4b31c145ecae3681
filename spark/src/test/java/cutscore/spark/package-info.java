/** Spark's dossier against the offline tool's, byte by byte. */
@NullMarked
package cutscore.spark;

import org.jspecify.annotations.NullMarked;
