package cutscore.server.publication;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.server.line.ProposalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line as it was told to the public. Chinese is the announcement; English is a summary for
 * readers.
 *
 * @param number our own, {@code 2023-1-01}
 * @param province whose line it is; empty when it is the whole country's
 * @param text the paragraphs
 * @param lines one for each key, those without a separate line among them
 * @param sources the documents and clauses it rests on, in Chinese
 * @param dossierDigest SHA-256 of the dossier that proves it
 * @param ledgerIndex of the act "line.published"
 */
public record Announcement(
        AnnouncementId id,
        String number,
        SessionId session,
        Optional<Words> province,
        ProposalId proposal,
        Words title,
        List<Words> text,
        List<AnnouncedLine> lines,
        List<String> sources,
        String dossierDigest,
        Instant at,
        long ledgerIndex) {

    public Announcement {
        text = List.copyOf(text);
        lines = List.copyOf(lines);
        sources = List.copyOf(sources);
    }

    Announcement sequenced(long index) {
        return new Announcement(
                id,
                number,
                session,
                province,
                proposal,
                title,
                text,
                lines,
                sources,
                dossierDigest,
                at,
                index);
    }
}
