package cutscore.server.access;

import java.util.UUID;

/** An officer's account was closed: what lay with them needs somebody else. */
public record OfficerClosed(UUID officer) {}
