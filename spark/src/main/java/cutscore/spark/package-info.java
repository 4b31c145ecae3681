/**
 * The same determination on Apache Spark: a roster is cut into pieces of whole rows, every piece is
 * read by the kernel's strict reader on an executor, counts come back, and the driver makes the
 * dossier by the kernel. Its bytes are those of {@code line determine}. What is odd in any way is
 * read once more by the strict reader alone, which then has the only word.
 */
@NullMarked
package cutscore.spark;

import org.jspecify.annotations.NullMarked;
