package cutscore.server.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This handler answers a provincial officer without the database's border, because what it asks for
 * belongs to no province yet. The code alone keeps it apart then; a test lists every one of them.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AcrossBorders {

    /** Why it has to. */
    String value();
}
