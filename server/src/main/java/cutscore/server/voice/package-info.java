/**
 * Voice (意见): what an examinee says back. That a fact of the roster is wrong (更正申请), which a lead
 * of the province answers with a reason; and how the service was (好差评), whose bad words open a
 * queue.
 *
 * <p>Promises: a request changes no fact by itself, an acceptance names what the office must do; a
 * refused request is shown as refused and never offered again as an answer; each request and each
 * answer is one transaction with its ledger entry, which holds a commitment and nothing personal;
 * one rating for each person and occasion, changed once at most.
 *
 * <p>Basis: 个人信息保护法 第四十六条 (the right to correction); 国办发〔2019〕51号 (好差评).
 */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "ledger",
            "access",
            "web",
            "exam",
            "roster",
            "declaration"
        })
@NullMarked
package cutscore.server.voice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
