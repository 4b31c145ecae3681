package cutscore.server.publication;

import cutscore.kernel.id.SessionId;
import cutscore.server.line.ProposalId;
import java.time.Instant;

/** A line became known to the public; awards and notices may follow. */
public record LinePublished(
        AnnouncementId announcement, ProposalId proposal, SessionId session, Instant at) {}
