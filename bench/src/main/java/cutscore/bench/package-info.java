/**
 * Measurements, side by side in one run: the same work by us and by somebody else, in turns, the
 * answers compared every time. Processor seconds come before seconds on the wall. Nothing here is
 * part of the product; what it finds stands in {@code docs/benchmarks.md}.
 */
@NullMarked
package cutscore.bench;

import org.jspecify.annotations.NullMarked;
