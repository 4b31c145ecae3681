package cutscore.server.declaration;

import cutscore.kernel.id.SessionId;
import cutscore.server.access.OfficersCases;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Whose cases an officer was ever given, or decided. */
@Component
class CasesGiven implements OfficersCases {
    private final JdbcClient sql;

    CasesGiven(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public int among(UUID officer, Map<SessionId, Set<String>> people) {
        return people.entrySet().stream()
                .mapToInt(session -> among(officer, session.getKey(), session.getValue()))
                .sum();
    }

    private int among(UUID officer, SessionId session, Set<String> people) {
        return sql.sql(
                        """
                        SELECT count(DISTINCT d.admission_number) FROM declaration.declaration d
                         WHERE d.session = :session AND d.admission_number = ANY (:people)
                           AND (EXISTS (SELECT 1 FROM declaration.assignment a
                                         WHERE a.declaration = d.id AND a.officer = :officer)
                             OR EXISTS (SELECT 1 FROM declaration.step s
                                         WHERE s.declaration = d.id AND s.officer = :officer))
                        """)
                .param("session", session.value())
                .param("people", new SqlArrayValue("text", people.toArray()))
                .param("officer", officer)
                .query(Integer.class)
                .single();
    }
}
