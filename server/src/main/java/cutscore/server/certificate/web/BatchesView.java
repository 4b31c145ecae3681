package cutscore.server.certificate.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.IssueRoute;
import cutscore.server.certificate.AwardOutcome;
import cutscore.server.certificate.AwardStanding;
import cutscore.server.certificate.BatchOnRecord;
import cutscore.server.certificate.Batches;
import java.util.List;
import java.util.Optional;

/**
 * Awards and batches, session by session.
 *
 * @param sessions those with a published line, the newest first
 */
record BatchesView(List<OfSession> sessions) {

    /**
     * One session.
     *
     * @param published whose lines are published: provinces, or the whole country
     * @param standing outcomes by province and route
     * @param reviewed declarations with a verdict of the review
     * @param unreviewed declarations that still wait for the office or their declarant
     */
    record OfSession(
            SessionId session,
            List<Words> published,
            List<AwardStanding> standing,
            List<BatchOnRecord> batches,
            long reviewed,
            long unreviewed) {

        long determined() {
            return standing.stream().mapToLong(AwardStanding::people).sum();
        }

        /** Reviewed, and nothing determined: no line of theirs is published, or it is due. */
        long undetermined() {
            return Math.max(0, reviewed - determined());
        }

        List<DivisionCode> provinces() {
            return standing.stream().map(AwardStanding::province).distinct().toList();
        }

        long awarded(DivisionCode province, IssueRoute route) {
            return standing.stream()
                    .filter(s -> s.province().equals(province))
                    .filter(s -> s.route().equals(Optional.of(route)))
                    .mapToLong(AwardStanding::people)
                    .sum();
        }

        long waiting(DivisionCode province) {
            return of(province).stream().mapToLong(AwardStanding::waiting).sum();
        }

        long issued(DivisionCode province) {
            return of(province).stream().mapToLong(AwardStanding::issued).sum();
        }

        long annulled(DivisionCode province) {
            return of(province).stream().mapToLong(AwardStanding::annulled).sum();
        }

        /** Everything but awards: who gets no certificate of this line, and why. */
        List<AwardStanding> leftOut(DivisionCode province) {
            return of(province).stream().filter(s -> s.outcome() != AwardOutcome.AWARDED).toList();
        }

        private List<AwardStanding> of(DivisionCode province) {
            return standing.stream().filter(s -> s.province().equals(province)).toList();
        }
    }

    /**
     * One batch.
     *
     * @param mine whether the reader prepared it
     * @param papers issued certificates, one page
     * @param next the last number of a full page; empty on the last page
     */
    record One(
            BatchOnRecord batch,
            String preparer,
            String approver,
            boolean mine,
            List<Batches.Paper> papers,
            Optional<String> next) {}

    static String name(DivisionCode province) {
        return Divisions.builtIn().fullName(province);
    }

    static Words stage(BatchOnRecord batch) {
        return switch (batch.stage()) {
            case PREPARED -> new Words("已准备，等另一人批准", "prepared, waits for a second officer");
            case ISSUING -> new Words("正在发放", "being issued");
            case STOPPED -> new Words("已批准，没有发完", "approved, not wholly issued");
            case ISSUED -> new Words("已发放", "issued");
        };
    }

    static String mark(BatchOnRecord batch) {
        return switch (batch.stage()) {
            case PREPARED, ISSUING -> "wait";
            case STOPPED -> "warn";
            case ISSUED -> "ok";
        };
    }

    static Words route(IssueRoute route) {
        return switch (route) {
            case ORDINARY -> new Words("普通发放", "ordinary issue");
            case REPLACEMENT -> new Words("补证程序", "replacement procedure");
        };
    }
}
