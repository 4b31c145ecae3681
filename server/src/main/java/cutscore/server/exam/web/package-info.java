/** What the home page shows of the calendar: the declaration windows and where the clock stands. */
@NullMarked
package cutscore.server.exam.web;

import org.jspecify.annotations.NullMarked;
