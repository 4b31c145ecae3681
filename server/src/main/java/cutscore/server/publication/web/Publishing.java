package cutscore.server.publication.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.server.line.LineState;
import cutscore.server.publication.Announcement;
import cutscore.server.publication.ProposedPublication;
import java.util.List;
import java.util.Optional;

/**
 * What publishers have to do, and what was done last.
 *
 * @param filed lines that were filed and are not published
 * @param published the newest announcements
 */
record Publishing(List<Row> filed, List<Announcement> published) {

    /**
     * A filed line.
     *
     * @param waiting its proposal, once there is one
     * @param proposer the proposer's name; empty without a proposal
     * @param mine whether the reader proposed it
     * @param refused why it cannot be published as it stands
     */
    record Row(
            LineState.Filed state,
            Optional<DivisionCode> province,
            Optional<ProposedPublication> waiting,
            String proposer,
            boolean mine,
            Optional<Words> refused) {

        String where() {
            return province.map(Divisions.builtIn()::fullName).orElse("");
        }

        String path() {
            return PublishingController.LIST + "/" + state.proposal().id();
        }
    }

    /**
     * One line before its publication.
     *
     * @param preview the announcement as the public will read it; empty where it is refused
     * @param unchanged whether it still reads as it was proposed; true without a proposal
     */
    record Case(Row row, Optional<Announcement> preview, boolean unchanged, String filedBy) {}
}
