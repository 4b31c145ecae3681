package cutscore.server.access;

import cutscore.kernel.Words;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the book of sign-ins for the audit administrator. */
@Component
class SignInBook {
    private static final int SHOWN = 200;

    private final JdbcClient sql;

    SignInBook(JdbcClient sql) {
        this.sql = sql;
    }

    /** One try at the door. */
    record Line(Instant at, Words outcome, Optional<String> account, Optional<String> pair) {}

    /** The last of them, newest first. */
    List<Line> last() {
        return sql.sql(
                        """
                        SELECT at, outcome, account::text, left(pair, 12) AS pair
                          FROM access.sign_in_attempt ORDER BY at DESC, id LIMIT :shown
                        """)
                .param("shown", SHOWN)
                .query(
                        (row, _) ->
                                new Line(
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        words(Patience.Outcome.valueOf(row.getString("outcome"))),
                                        Optional.ofNullable(row.getString("account")),
                                        Optional.ofNullable(row.getString("pair"))))
                .list();
    }

    private static Words words(Patience.Outcome outcome) {
        return switch (outcome) {
            case SIGNED_IN -> new Words("登录", "signed in");
            case REFUSED -> new Words("被拒绝", "refused");
            case TOO_SOON -> new Words("太快，未检查", "too soon, not checked");
            case SIGNED_OUT -> new Words("退出", "signed out");
            case FACTOR_ASKED -> new Words("口令正确，等第二因素", "password right, factor asked");
            case FACTOR_PROVEN -> new Words("第二因素通过", "factor proven");
            case FACTOR_REFUSED -> new Words("第二因素被拒绝", "factor refused");
            case FACTOR_ADDED -> new Words("添加第二因素", "factor added");
            case FACTOR_REMOVED -> new Words("移除第二因素", "factor removed");
            case RECOVERY_USED -> new Words("用了一个恢复码", "recovery code used");
            case RECOVERY_MADE -> new Words("生成新的恢复码", "recovery codes made");
            case PASSWORD_SET -> new Words("设置口令", "password set");
            case CODE_MADE -> new Words("发出一次性代码", "one-time code made");
            case FACTORS_FORGOTTEN -> new Words("第二因素全部清除", "factors forgotten");
            case CLOSED -> new Words("账号停用", "account closed");
        };
    }
}
