package cutscore.server.declaration;

import cutscore.kernel.id.SessionId;

/**
 * An approval is about to be opened again; published inside that transaction. Who has used it
 * already refuses by throwing {@link cutscore.kernel.Unreadable}, and it stays approved.
 */
public record DeclarationReopening(
        DeclarationId declaration, SessionId session, String admissionNumber) {

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "DeclarationReopening[" + declaration + "]";
    }
}
