/**
 * The named rules of a review: one rule, one small class, one clause, one reason. What they find is
 * a hint for the officer who decides, and part of the decision's trace; it never is the decision.
 *
 * <p>Which rules are asked comes from the province's own circular of that session and round: it
 * names the grounds and the evidence. Nothing is carried over from another session.
 *
 * <p>Basis: the circulars' clauses 一, 二 and 四; 人社厅发〔2022〕25号; MOHRSS Order 31.
 */
@NullMarked
package cutscore.server.declaration.eligibility;

import org.jspecify.annotations.NullMarked;
