package cutscore.server.campaign;

import java.util.UUID;

/**
 * An invented examinee of a campaign.
 *
 * @param header what stands for a sign-in where signing in is not what is looked at
 */
public record Person(
        int number,
        String admissionNumber,
        UUID account,
        String signInName,
        String password,
        String header) {

    @Override
    public String toString() {
        return "Person[" + number + "]";
    }
}
