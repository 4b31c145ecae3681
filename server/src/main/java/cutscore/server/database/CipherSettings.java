package cutscore.server.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How new secrets are sealed; what is sealed already names its own cipher and opens as before.
 *
 * @param cipher {@code aes} (AES-256-GCM) or {@code sm4} (SM4-GCM, GB/T 32907)
 * @param keyVersion 1 to 15; one more makes a new key, the older ones are kept for opening
 */
@ConfigurationProperties("cutscore")
record CipherSettings(@DefaultValue("aes") Gcm cipher, @DefaultValue("1") int keyVersion) {}
