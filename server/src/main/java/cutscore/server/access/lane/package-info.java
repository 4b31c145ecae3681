/**
 * The lane of a page, declared where its controller is: {@link cutscore.server.access.lane.For}
 * here, or {@code cutscore.server.web.OpenToAll} from the shell, which lies under all modules. A
 * handler with neither is refused to everybody.
 */
@NamedInterface("lane")
@NullMarked
package cutscore.server.access.lane;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
