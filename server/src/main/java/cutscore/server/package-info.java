/** The Spring Boot modular monolith: one package per module, each with one public door. */
@NullMarked
package cutscore.server;

import org.jspecify.annotations.NullMarked;
