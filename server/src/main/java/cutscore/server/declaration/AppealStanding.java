package cutscore.server.declaration;

import java.time.Instant;

/** Whether a declarant can appeal now. */
public sealed interface AppealStanding {

    /** It was not rejected. */
    record NotRejected() implements AppealStanding {}

    /** The province has recorded nothing for this session. */
    record NotSet() implements AppealStanding {}

    /** The province has recorded that there is none. */
    record NotAllowed(AppealSetting setting) implements AppealStanding {}

    /**
     * Until that moment, the last second inside.
     *
     * @param until end of the last day, Beijing time
     */
    record Open(AppealSetting setting, Instant until) implements AppealStanding {}

    /** The days are over. */
    record Over(AppealSetting setting, Instant until) implements AppealStanding {}

    /** There was one already; there is one for each declaration. */
    record Used(Instant at) implements AppealStanding {}
}
