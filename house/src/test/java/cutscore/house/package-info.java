/** The rules of the house, read from its own sources and classes in every build. */
@NullMarked
package cutscore.house;

import org.jspecify.annotations.NullMarked;
