/**
 * Declaring for machines: the same gate, words and numbers as the pages, as JSON ({@code
 * docs/manual/declaration-api.md}).
 */
@NullMarked
package cutscore.server.declaration.api;

import org.jspecify.annotations.NullMarked;
