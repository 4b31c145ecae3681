package cutscore.server.declaration;

import java.util.List;

/**
 * One page of a list.
 *
 * @param before whether a page stands before it
 * @param after whether a page follows
 */
public record ListPage(List<ListRow> rows, boolean before, boolean after) {
    public ListPage {
        rows = List.copyOf(rows);
    }
}
