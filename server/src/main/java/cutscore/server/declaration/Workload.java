package cutscore.server.declaration;

import cutscore.server.access.Officer;

/**
 * What lies with one officer.
 *
 * @param open declarations that wait for the officer's answer
 * @param held returned ones, which wait for the declarant
 * @param overdue of the open ones, those that wait longer than the office promises
 */
public record Workload(Officer officer, int open, int held, int overdue) {}
