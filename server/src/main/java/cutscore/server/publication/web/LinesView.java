package cutscore.server.publication.web;

import cutscore.server.publication.Announcement;
import java.util.List;

/**
 * What the page of lines shows.
 *
 * @param published here, the newest first
 * @param histories what is on record of the past, by exam
 */
record LinesView(List<Announcement> published, List<LineHistory> histories) {}
