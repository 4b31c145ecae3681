package cutscore.server;

import cutscore.kernel.time.Beijing;
import cutscore.server.access.FirstAdministrators;
import cutscore.server.cycle.Replayed.SignIn;
import java.io.PrintWriter;
import org.springframework.context.ApplicationContext;

/** What a server says on standard output once its port is open. */
final class Greeting {
    private Greeting() {}

    static void served(ApplicationContext server, int port, PrintWriter out) {
        out.println("已启动 / serving: " + address(server, port));
        var codes = server.getBean(FirstAdministrators.class).offer();
        if (!codes.isEmpty()) {
            out.println();
            out.println("还没有管理员。请把下面的一次性代码交给两个人，各自在 /setup 使用：");
            out.println(
                    "There are no administrators yet. Hand these one-time codes to two people,");
            out.println("to be used at /setup:");
            for (var code : codes) {
                out.println("  " + code.role().title() + ": " + code.code());
                out.println("    有效至 / until " + Beijing.text(code.expires()));
            }
        }
        out.flush();
    }

    static void demonstrated(DemoMark mark, int port, PrintWriter out) {
        String home = "http://127.0.0.1:" + port;
        out.println("演示已就绪（人员和数字都是虚构的） / the demonstration is ready; all is invented");
        out.println();
        out.println("  首页 / home            " + home + "/");
        out.println("  地区 / areas           " + home + "/areas");
        out.println("  标准线 / lines         " + home + "/lines");
        out.println("  验证 / verify          " + home + "/verify");
        out.println("  存证 / ledger          " + home + "/ledger/checkpoint");
        out.println("  登录 / sign in         " + home + "/sign-in");
        out.println();
        for (String number : mark.samples()) {
            boolean last = number.equals(mark.samples().getLast());
            String what = last ? "已宣布无效 / void" : "在区内有效 / valid in the areas";
            out.println("  证书 / certificate     " + number + "  " + what);
        }
        out.println();
        var signIns = mark.signIns();
        signIns.stream()
                .findFirst()
                .ifPresent(any -> out.println("密码 / password: " + any.password()));
        for (SignIn signIn : signIns) {
            out.println("  " + signIn.name() + "  " + signIn.role());
            out.println("      " + signIn.sees());
        }
        out.println();
        out.println("停止 / stop: Ctrl-C");
        out.flush();
    }

    private static String address(ApplicationContext server, int port) {
        var environment = server.getEnvironment();
        boolean secure =
                environment.containsProperty("server.ssl.certificate")
                        || environment.containsProperty("server.ssl.key-store")
                        || environment.containsProperty("server.ssl.bundle");
        return (secure ? "https" : "http")
                + "://"
                + environment.getProperty("server.address", "0.0.0.0")
                + ":"
                + port;
    }
}
