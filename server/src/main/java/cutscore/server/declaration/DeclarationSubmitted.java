package cutscore.server.declaration;

import cutscore.kernel.id.SessionId;

/**
 * A declaration was accepted; published inside its transaction, so that who listens writes with it
 * or not at all. Only a first submission, never a correction.
 */
public record DeclarationSubmitted(
        DeclarationId declaration, SessionId session, String admissionNumber) {

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "DeclarationSubmitted[" + declaration + "]";
    }
}
