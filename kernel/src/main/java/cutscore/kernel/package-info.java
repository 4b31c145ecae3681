/** The pure part: what may be trusted without us. It knows the JDK and JSpecify, nothing else. */
@NullMarked
package cutscore.kernel;

import org.jspecify.annotations.NullMarked;
