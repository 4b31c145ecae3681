package cutscore.server.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This handler, or every handler of this controller, answers people who hold one of these roles.
 * The door behind it still checks the province and the duty: this is the outer fence, not the only
 * one. On a method it replaces what stands on the class.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface For {

    /** The roles; none only where everybody signed in is meant. */
    Role[] value() default {};

    /** Whether everybody who is signed in is answered, also an officer without any role yet. */
    boolean everybodySignedIn() default false;
}
