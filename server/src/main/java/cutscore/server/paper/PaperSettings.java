package cutscore.server.paper;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What paper is made with.
 *
 * @param fonts a folder with more TrueType fonts ({@code .ttf}), for rare characters and for
 *     titles; a file whose name contains Serif or Song is used for titles. None by default
 */
@ConfigurationProperties("cutscore.paper")
record PaperSettings(@Nullable Path fonts) {}
