package cutscore.server;

import cutscore.kernel.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/** What {@code serve} refuses to run with, each with its reason. */
final class ServeSettings {
    private static final Set<String> PLAYED = Set.of("demo", "cycle", "test");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "[::1]", "localhost");
    private static final Pattern HOST = Pattern.compile("jdbc:postgresql://([^/:?,]+|\\[[^]]*]).*");
    private static final Pattern PASSWORD_IN_URL = Pattern.compile("(?i).*[?&]password=.*");
    private static final Pattern CHECKED_TLS =
            Pattern.compile("(?i).*[?&]sslmode=verify-(ca|full).*");
    private static final int SHORTEST_PASSWORD = 12;

    private ServeSettings() {}

    /** In both languages, one for each; empty when the server may start. */
    static List<Words> weaknesses(Environment environment) {
        var weak = new ArrayList<Words>();
        played(environment, weak);
        database(environment, weak);
        listening(environment, weak);
        return weak;
    }

    private static void played(Environment environment, List<Words> weak) {
        if (isSet(environment, "cutscore.seed") || isSet(environment, "cutscore.lag")) {
            weak.add(
                    new Words(
                            "设了随机种子（cutscore.seed）：密钥和编号将可预测；它只用于 demo、cycle 和测试，请去掉",
                            "a seed is set (cutscore.seed): keys and numbers could be foretold; it"
                                    + " is for demo, cycle and tests only, take it out"));
        }
        if (isSet(environment, "cutscore.access.played-secret")) {
            weak.add(
                    new Words(
                            "设了 cutscore.access.played-secret：它让虚构考生免登录，只用于长跑，请去掉",
                            "cutscore.access.played-secret is set: it lets invented examinees in"
                                    + " without signing in and is for campaigns only, take it"
                                    + " out"));
        }
        if ("false".equals(value(environment, "cutscore.access.second-factor"))) {
            weak.add(
                    new Words(
                            "设了 cutscore.access.second-factor=false：工作人员只凭口令就能登录，请去掉",
                            "cutscore.access.second-factor is false: officers would sign in by a"
                                    + " password alone, take it out"));
        }
        String name = value(environment, "cutscore.environment");
        if (PLAYED.contains(name)) {
            weak.add(
                    new Words(
                            "环境名是“" + name + "”：这是演示用的名字；正式服务请用 production 或你们自己的名字",
                            "the environment is named "
                                    + name
                                    + ", which is for play: use production or a name of your own"));
        }
    }

    private static void database(Environment environment, List<Words> weak) {
        String url = value(environment, "cutscore.database-url");
        if (url.isEmpty()) {
            return;
        }
        var host = HOST.matcher(url);
        if (!host.matches()) {
            weak.add(
                    new Words(
                            "CUTSCORE_DB_URL 应写作 jdbc:postgresql://主机/库名",
                            "CUTSCORE_DB_URL should read jdbc:postgresql://HOST/DATABASE"));
            return;
        }
        if (PASSWORD_IN_URL.matcher(url).matches()) {
            weak.add(
                    new Words(
                            "CUTSCORE_DB_URL 里写了密码，会进入日志；请改用 CUTSCORE_DB_PASSWORD",
                            "CUTSCORE_DB_URL holds a password, which would reach logs: use"
                                    + " CUTSCORE_DB_PASSWORD"));
        }
        credentials(environment, weak);
        if (!LOOPBACK.contains(host.group(1)) && !CHECKED_TLS.matcher(url).matches()) {
            weak.add(
                    new Words(
                            "数据库在另一台机器上，连接没有校验证书；请在 CUTSCORE_DB_URL 加 sslmode=verify-full",
                            "the database is on another machine and its certificate is not checked:"
                                    + " add sslmode=verify-full to CUTSCORE_DB_URL"));
        }
    }

    private static void credentials(Environment environment, List<Words> weak) {
        if (value(environment, "cutscore.database-user").isEmpty()) {
            weak.add(
                    new Words(
                            "给了 CUTSCORE_DB_URL，但没有 CUTSCORE_DB_USER",
                            "CUTSCORE_DB_URL is given without CUTSCORE_DB_USER"));
        }
        if (value(environment, "cutscore.database-password").length() < SHORTEST_PASSWORD) {
            weak.add(
                    new Words(
                            "外部数据库没有密码，或密码不足 12 个字符；请设 CUTSCORE_DB_PASSWORD",
                            "the given database has no password or one under 12 characters: set"
                                    + " CUTSCORE_DB_PASSWORD"));
        }
    }

    private static void listening(Environment environment, List<Words> weak) {
        String address = value(environment, "server.address");
        boolean guarded =
                isSet(environment, "server.ssl.certificate")
                        || isSet(environment, "server.ssl.key-store")
                        || isSet(environment, "server.ssl.bundle")
                        || Set.of("native", "framework")
                                .contains(value(environment, "server.forward-headers-strategy"));
        if (!LOOPBACK.contains(address) && !guarded) {
            weak.add(
                    new Words(
                            "监听 "
                                    + (address.isEmpty() ? "所有地址" : address)
                                    + " 却没有 TLS：请设 server.ssl.*，或只监听 127.0.0.1 并在前面放代理；"
                                    + "确有代理时设 server.forward-headers-strategy=native",
                            "it would listen on "
                                    + (address.isEmpty() ? "every address" : address)
                                    + " without TLS: set server.ssl.*, or listen on 127.0.0.1"
                                    + " behind a proxy; where a proxy stands in front already, set"
                                    + " server.forward-headers-strategy=native"));
        }
    }

    private static boolean isSet(Environment environment, String name) {
        return !value(environment, name).isEmpty();
    }

    private static String value(Environment environment, String name) {
        return environment.getProperty(name, "");
    }
}
