/** {@code ledger check} and {@code ledger witness}: the public log, judged from outside. */
@NullMarked
package cutscore.cli.ledger;

import org.jspecify.annotations.NullMarked;
