package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 46 MiB and one pass. At most two hashes are reckoned at once, so that a crowd at
 * the door cannot take the memory away from everybody else.
 */
@Component
class Passwords {
    private static final int MEMORY_KIB = 46 * 1024;
    private static final int SHORTEST = 15;
    private static final int LONGEST = 128;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 1);
    private final Semaphore places = new Semaphore(2);
    private final String nobodys = argon2.encode("nobody has this password");

    /**
     * @throws Unreadable when the password is too short, too long, or the sign-in name again
     */
    String hash(String password, String signInName) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw refused(
                    "口令要有 15 到 128 个字符",
                    "a password has 15 to 128 characters",
                    "可以用一句话",
                    "use a sentence");
        }
        if (password.contains(signInName) || password.codePoints().distinct().count() < 6) {
            throw refused(
                    "这个口令太容易猜到",
                    "this password is too easy to guess",
                    "不要含登录名，不要只重复几个字符",
                    "leave the sign-in name out and do not repeat a few characters");
        }
        return bounded(() -> argon2.encode(password));
    }

    boolean matches(String password, String hash) {
        return bounded(() -> argon2.matches(password, hash));
    }

    /** Takes as long as a real comparison and is never true: for names that nobody has. */
    boolean matchesNobody(String password) {
        boolean never = matches(password, nobodys);
        return never && nobodys.isEmpty();
    }

    /** Waits for one of the two places. */
    <T> T bounded(java.util.function.Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static Unreadable refused(String zh, String en, String mendZh, String mendEn) {
        return new Unreadable(
                List.of(Fault.of("PASSWORD_WEAK", new Words(zh, en), new Words(mendZh, mendEn))));
    }
}
