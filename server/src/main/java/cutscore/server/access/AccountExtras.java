package cutscore.server.access;

import cutscore.kernel.Words;
import java.util.Optional;

/**
 * What the account page offers besides.
 *
 * @param passkeys whether passkeys work at the address this page was asked for at
 * @param house the other house that vouches for people, when there is one
 * @param proven whether this browser has proven an identity there that is not linked yet
 * @param asksCurrent whether a new password needs the present one
 */
record AccountExtras(
        boolean passkeys, Optional<Words> house, boolean proven, boolean asksCurrent) {}
