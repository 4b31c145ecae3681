package cutscore.server.roster;

import cutscore.kernel.id.SessionId;

/** A session's roster was confirmed; published inside its transaction. */
public record RosterConfirmed(SessionId session) {}
