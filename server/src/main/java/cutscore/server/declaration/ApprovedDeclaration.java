package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.exam.DeclaredGround;

/**
 * An approved declaration: a member of the pool, and whom a certificate may go to.
 *
 * @param ground gives the route of issue
 * @param place the county the ground rests on
 * @param province whose exam body issues
 */
public record ApprovedDeclaration(
        DeclarationId id,
        String admissionNumber,
        DeclaredGround ground,
        DivisionCode place,
        DivisionCode province) {

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "ApprovedDeclaration[" + id + "]";
    }
}
