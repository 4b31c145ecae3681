/**
 * Notices (通知): telling people what happened and where to look. It only listens; nobody depends on
 * it.
 *
 * <p>Promises: what concerns one person is written down in the transaction of the act; everybody
 * registered in a line area who missed the national line is told once that they may declare; a
 * message holds no name, number, mark or result; a failed delivery is on the staff's list, never
 * silent; whoever wants no more messages stops them with one click; addresses are sealed and
 * forgotten once a message is sent.
 *
 * <p>Basis: RFC 8058 (one-click unsubscribe); the circulars' own "by what date".
 */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "access",
            "web",
            "area",
            "exam",
            "roster",
            "declaration",
            "line",
            "certificate",
            "publication",
            "voice"
        })
@NullMarked
package cutscore.server.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
