/**
 * Declaring (申报): the form that a person fills on a phone, step by step, kept on the server at each
 * of them, and sent once. What counts is only what the gate accepted; a draft is no declaration and
 * is never shown as one.
 */
@NullMarked
package cutscore.server.declaration.declare;

import org.jspecify.annotations.NullMarked;
