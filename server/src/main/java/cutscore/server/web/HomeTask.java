package cutscore.server.web;

import cutscore.kernel.Words;

/**
 * One of the few things people come for, as a large link on the home page; a bean of the module
 * that can do it.
 *
 * @param path where it is done
 * @param name verb first: 验证书
 * @param promise one short sentence: what comes of it
 * @param order smaller stands earlier
 */
public record HomeTask(String path, Words name, Words promise, int order) {}
