package cutscore.server.ledger;

import cutscore.kernel.Words;
import cutscore.kernel.seal.Json;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps out of the ledger what could never be taken out again (design §2 rule 7). */
final class NothingPersonal {
    private static final Set<String> MEMBERS =
            Set.of(
                    "name",
                    "fullname",
                    "identitynumber",
                    "certificatenumber",
                    "admissionnumber",
                    "phone",
                    "email",
                    "address");

    /** Division, date of birth, serial number, check character (GB 11643). */
    private static final Pattern IDENTITY_NUMBER =
            Pattern.compile(
                    "(?<!\\d)[1-9]\\d{5}(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"
                            + "\\d{3}[\\dXx](?!\\d)");

    /** A digest may hold such a row of digits by chance. */
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private NothingPersonal() {}

    /**
     * @throws LedgerRefused naming the member, never its content
     */
    static void require(Json.Obj body) {
        look("body", body);
    }

    /** Whether a text may stand there in clear. */
    static boolean allows(String text) {
        return !isPersonal(text);
    }

    private static boolean isPersonal(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return !DIGEST.matcher(plain).matches() && IDENTITY_NUMBER.matcher(plain).find();
    }

    private static void look(String where, Json value) {
        switch (value) {
            case Json.Obj object ->
                    object.members()
                            .forEach(
                                    (name, inner) -> {
                                        lookAtName(where, name);
                                        look(where + "." + name, inner);
                                    });
            case Json.Arr array -> array.items().forEach(item -> look(where + "[]", item));
            case Json.Text(var text) -> lookAtText(where, text);
            case Json.Num(var number) -> lookAtText(where, number.toPlainString());
            case Json.Bool _, Json.Null _ -> {}
        }
    }

    private static void lookAtName(String where, String name) {
        String bare = name.replaceAll("[_ -]", "").toLowerCase(Locale.ROOT);
        if (MEMBERS.contains(bare)) {
            throw refusal(where + "." + name);
        }
        lookAtText(where, name);
    }

    private static void lookAtText(String where, String text) {
        if (isPersonal(text)) {
            throw refusal(where);
        }
    }

    private static LedgerRefused refusal(String where) {
        return new LedgerRefused(
                LedgerRefused.Why.PERSONAL,
                new Words(
                        "存证不得含个人信息或证书编号：" + where + "（请改用加盐承诺值）",
                        "the ledger takes nothing personal and no certificate number: "
                                + where
                                + " (commit to it instead)"));
    }
}
