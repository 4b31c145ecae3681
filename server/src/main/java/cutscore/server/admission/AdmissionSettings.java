package cutscore.server.admission;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much work is taken on at once.
 *
 * @param submissions declarations being submitted as JSON
 * @param own one's own pages, submitting among them; fewer than the pool has connections to spare
 * @param uploads files being sent
 * @param entering passwords being looked at; two are hashed at a time
 */
@ConfigurationProperties("cutscore.admission")
record AdmissionSettings(
        @DefaultValue("256") int submissions,
        @DefaultValue("12") int own,
        @DefaultValue("32") int uploads,
        @DefaultValue("6") int entering) {}
