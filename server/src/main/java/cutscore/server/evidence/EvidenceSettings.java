package cutscore.server.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param clamd where the virus scanner listens: {@code unix:/run/clamav/clamd.ctl}, {@code
 *     127.0.0.1:3310}, or empty: files then say "not scanned"
 * @param patience how long the examining process may take for one file before it is killed
 */
@ConfigurationProperties("cutscore.evidence")
record EvidenceSettings(@DefaultValue("") String clamd, @DefaultValue("10s") Duration patience) {}
