package cutscore.server.database;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Business time in production: the database's clock, never this machine's. */
record DatabaseClock(JdbcClient sql) implements InstantSource {

    @Override
    public Instant instant() {
        return sql.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    }
}
