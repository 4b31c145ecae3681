package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.exam.DeclaredGround;

/**
 * A declaration that was sent and not withdrawn, wherever its review stands: everybody who declared
 * is owed an answer.
 *
 * @param ground gives the route of issue
 * @param province whose exam body reviews and issues
 */
public record SentDeclaration(
        DeclarationId id,
        String admissionNumber,
        DeclaredGround ground,
        DivisionCode province,
        Stage stage) {

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "SentDeclaration[" + id + ", " + stage + "]";
    }
}
