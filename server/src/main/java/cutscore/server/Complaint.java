package cutscore.server;

import cutscore.kernel.Unreadable;
import cutscore.server.access.AccessRefused;
import cutscore.server.database.WeakSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * How a command that did not come to its end says so: 2 what the caller can mend, 3 our failure.
 */
final class Complaint {
    private Complaint() {}

    static int exit(Throwable fault, PrintWriter err) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            Integer code = known(cause, err);
            if (code != null) {
                return code;
            }
        }
        err.println("程序出错，请报告 / a failure of ours, please report it:");
        fault.printStackTrace(err);
        return 3;
    }

    private static @org.jspecify.annotations.Nullable Integer known(
            Throwable cause, PrintWriter err) {
        switch (cause) {
            case Unreadable unreadable -> {
                unreadable.faults().forEach(f -> err.println(f.text()));
                return 2;
            }
            case WeakSettings weak -> {
                err.println("不安全的设置，拒绝启动 / refusing to start on weak settings:");
                weak.reasons().forEach(reason -> err.println("  - " + reason));
                return 2;
            }
            case AccessRefused refused -> {
                err.println(refused.words());
                return 3;
            }
            case UncheckedIOException _, IOException _ -> {
                err.println("读写失败 / cannot read or write: " + cause.getMessage());
                return 2;
            }
            default -> {
                return null;
            }
        }
    }
}
