package cutscore.server.cycle;

import cutscore.kernel.id.CertificateNumber;
import cutscore.server.access.DemoAccounts;
import java.util.List;
import java.util.Optional;

/**
 * What became of the certificates.
 *
 * @param issued how many left the press
 * @param live numbers of those that count, in the order of issue
 * @param annulled the one that was declared void; empty when none was issued
 * @param validHere how many counted when asked inside the areas
 * @param validElsewhere how many were genuine but did not count when asked outside
 * @param isVoid how many were void when asked
 * @param examinees examinees who can sign in, with what there is to see
 */
record Issued(
        long issued,
        List<CertificateNumber> live,
        Optional<CertificateNumber> annulled,
        long validHere,
        long validElsewhere,
        long isVoid,
        List<DemoAccounts.Account> examinees) {}
