package cutscore.server.access;

import cutscore.kernel.Words;
import java.util.Set;

/**
 * A place where signed-in people work; a bean of the module that has it.
 *
 * @param path begins with a slash
 * @param name one or two words
 * @param what one sentence: what is done there
 * @param order smaller stands earlier; leave gaps
 * @param roles who works there
 */
public record DeskRoom(String path, Words name, Words what, int order, Set<Role> roles) {

    public DeskRoom {
        roles = Set.copyOf(roles);
    }
}
