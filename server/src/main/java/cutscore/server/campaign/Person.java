package cutscore.server.campaign;

import java.util.UUID;

/**
 * An invented examinee of a campaign.
 *
 * @param header what this person sends to be recognised
 */
public record Person(int number, String admissionNumber, UUID account, String header) {

    @Override
    public String toString() {
        return "Person[" + number + "]";
    }
}
