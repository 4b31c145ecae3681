package cutscore.server.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much an officer may look at.
 *
 * @param people different people on one day (Beijing)
 * @param identities identity numbers revealed on one day
 * @param strangers different people in thirty days whose case the officer was neither given nor
 *     decided, from which on a slow harvest is suspected
 */
@ConfigurationProperties("cutscore.looks")
record LookSettings(
        @DefaultValue("500") int people,
        @DefaultValue("30") int identities,
        @DefaultValue("600") int strangers) {}
