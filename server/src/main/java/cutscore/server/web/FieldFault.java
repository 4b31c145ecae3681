package cutscore.server.web;

import cutscore.kernel.Words;

/**
 * What is wrong with one field of a form, said in the same words in the summary and beside it.
 *
 * @param field the id of the input
 * @param what the field, the reason and the repair
 */
public record FieldFault(String field, Words what) {}
