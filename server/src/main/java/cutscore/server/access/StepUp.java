package cutscore.server.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This handler takes the second of two people's steps, or changes how somebody signs in: it is
 * reached only with a factor proven a few minutes ago in this very sign-in ({@code
 * cutscore.access.step-up}). A form that comes without is kept on the page that asks for the
 * factor, and is sent on with it. Asked of everybody in production, in a demonstration only of who
 * has added a factor. Not for handlers that take files.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StepUp {}
