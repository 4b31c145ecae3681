package cutscore.server.certificate;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.ValidityScope;
import cutscore.kernel.time.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the certificates of a province and session count. */
@Component
class ScopeTable {
    private static final String COLUMNS = "province, session, circular, line_published, areas";

    private final JdbcClient sql;

    ScopeTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Kept as it was first: the list of the day of publication does not change afterwards. */
    void add(ValidityScope scope) {
        sql.sql(
                        """
                        INSERT INTO certificate.scope
                            (province, session, circular, line_published, areas)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (province, session) DO NOTHING
                        """)
                .params(
                        scope.province().value(),
                        scope.session().value(),
                        scope.circular(),
                        scope.linePublished(),
                        Json.array(scope.areas().stream().map(ScopeTable::json).toList())
                                .canonical())
                .update();
    }

    Optional<ValidityScope> find(DivisionCode province, SessionId session) {
        return sql.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM certificate.scope WHERE province = ? AND session = ?")
                .params(province.value(), session.value())
                .query(ScopeTable::read)
                .optional();
    }

    /** Keeps others who would prepare a batch there waiting until this transaction ends. */
    void lock(DivisionCode province, SessionId session) {
        sql.sql("SELECT 1 FROM certificate.scope WHERE province = ? AND session = ? FOR UPDATE")
                .params(province.value(), session.value())
                .query(Integer.class)
                .list();
    }

    List<ValidityScope> all() {
        return sql.sql("SELECT " + COLUMNS + " FROM certificate.scope ORDER BY province, session")
                .query(ScopeTable::read)
                .list();
    }

    private static ValidityScope read(ResultSet row, int n) throws SQLException {
        var province = new DivisionCode(row.getString("province"));
        var session = new SessionId(row.getString("session"));
        var areas = (Json.Arr) Json.parse(row.getString("areas"));
        return new ValidityScope(
                province,
                session,
                ValidityScope.listName(province, session),
                row.getString("circular"),
                row.getObject("line_published", LocalDate.class),
                areas.items().stream().map(item -> area((Json.Obj) item)).toList());
    }

    private static Json json(ValidityScope.Area area) {
        var from = area.inForce().from();
        var to = area.inForce().to();
        return Json.object()
                .put("code", area.code().value())
                .put("from", from == null ? null : from.toString())
                .put("to", to == null ? null : to.toString())
                .build();
    }

    private static ValidityScope.Area area(Json.Obj area) {
        var from = area.textIfAny("from").map(LocalDate::parse).orElse(null);
        var to = area.textIfAny("to").map(LocalDate::parse).orElse(null);
        return new ValidityScope.Area(new DivisionCode(area.text("code")), new Period(from, to));
    }
}
