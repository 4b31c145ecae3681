package cutscore.server.certificate;

import cutscore.server.declaration.DeclarationId;

/**
 * A certificate was sealed and stored, so that it can be downloaded; published inside that
 * transaction.
 *
 * @param declaration whose certificate it is; never its number
 */
public record CertificateReady(DeclarationId declaration) {}
