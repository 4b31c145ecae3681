/**
 * The province's list of declarations, its overview, and how an officer wants to see them: filters
 * live in the address, pages go by keyset, saved views and columns belong to one officer.
 */
@NullMarked
package cutscore.server.declaration.list;

import org.jspecify.annotations.NullMarked;
