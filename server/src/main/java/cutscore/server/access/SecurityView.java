package cutscore.server.access;

/**
 * What the page of an officer's own security shows.
 *
 * @param passkeys whether passkeys work at the address this page was asked for at
 * @param required whether nobody works here without a second factor
 * @param open whether things can be changed now, without another proof
 * @param asked whether approvals ask this officer for a factor
 */
record SecurityView(
        FactorsView factors, boolean passkeys, boolean required, boolean open, boolean asked) {}
