/**
 * The lane of a page, declared where its controller is: {@link cutscore.server.access.lane.OpenToAll}
 * or {@link cutscore.server.access.lane.For}. A handler with neither is refused to everybody.
 */
@NamedInterface("lane")
@NullMarked
package cutscore.server.access.lane;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
