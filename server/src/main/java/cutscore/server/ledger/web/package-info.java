/** The ledger's files over HTTP, as C2SP tlog-tiles names them: public, static, read only. */
@NullMarked
package cutscore.server.ledger.web;

import org.jspecify.annotations.NullMarked;
