package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The examinees who can sign in. In this edition only the demonstration opens such accounts. */
@Component
public class ExamineeAccounts {
    private final ExamineeAccountTable table;
    private final Entropy entropy;
    private final InstantSource clock;

    ExamineeAccounts(ExamineeAccountTable table, Entropy entropy, InstantSource clock) {
        this.table = table;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * The examinee whose request this thread answers.
     *
     * @throws AccessRefused when nobody is signed in, or an officer is
     */
    public ExamineeAccount current() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof SignedIn.AsExaminee(UUID id)) {
            return table.find(id).orElseThrow(ExamineeAccounts::signInFirst);
        }
        throw signInFirst();
    }

    @Transactional
    ExamineeAccount open(SessionId session, String admissionNumber, String name, String hash) {
        var account = new ExamineeAccount(entropy.id(), session, admissionNumber);
        table.insert(account, name, hash, clock.instant());
        return account;
    }

    private static AccessRefused signInFirst() {
        return new AccessRefused(new Words("请先以考生身份登录", "sign in as an examinee first"));
    }
}
