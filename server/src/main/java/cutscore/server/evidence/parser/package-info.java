/**
 * What runs in the examining process, and in no other: the only code that opens what was sent. It
 * knows the JDK and PDFBox alone; no Spring, no database, no settings. One process handles one file
 * and ends.
 */
@NullMarked
package cutscore.server.evidence.parser;

import org.jspecify.annotations.NullMarked;
