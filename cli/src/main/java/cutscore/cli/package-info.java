/** Offline tools on the kernel: read a circular, determine, recompute, verify, check a ledger. */
@NullMarked
package cutscore.cli;

import org.jspecify.annotations.NullMarked;
