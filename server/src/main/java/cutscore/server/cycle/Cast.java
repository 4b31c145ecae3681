package cutscore.server.cycle;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The invented officers of a play, by their sign-in names: two wherever two people must act.
 *
 * @param accounts with what each may see
 */
record Cast(List<DemoAccounts.Account> accounts, Map<String, Officer> officers) {

    static Cast open(
            DivisionCode province, DemoAccounts.Key key, DemoAccounts demo, Officers officers) {
        return again(demo.openOfficers(province, key), officers);
    }

    /** The officers of a play that are there already. */
    static Cast again(List<DemoAccounts.Account> accounts, Officers officers) {
        Map<String, Officer> known =
                accounts.stream()
                        .map(DemoAccounts.Account::signInName)
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        name -> find(name, accounts, officers)));
        return new Cast(accounts, known);
    }

    private static Officer find(
            String name, List<DemoAccounts.Account> accounts, Officers officers) {
        var account =
                accounts.stream()
                        .filter(a -> a.signInName().equals(name))
                        .findFirst()
                        .orElseThrow();
        return officers.find(account.id()).orElseThrow();
    }

    private Officer named(String name) {
        var officer = officers.get(name);
        if (officer == null) {
            throw new IllegalStateException("nobody plays " + name);
        }
        return officer;
    }

    Officer lead() {
        return named("lead");
    }

    Officer secondLead() {
        return named("lead-2");
    }

    /** Reviewers take turns. */
    Officer reviewer(long turn) {
        return named(turn % 2 == 0 ? "reviewer" : "reviewer-2");
    }

    Officer analyst() {
        return named("analyst");
    }

    Officer secondAnalyst() {
        return named("analyst-2");
    }

    Officer publisher() {
        return named("publisher");
    }

    Officer secondPublisher() {
        return named("publisher-2");
    }

    Officer clearing() {
        return named("clearing");
    }

    Officer integrity() {
        return named("integrity");
    }

    Officer secondIntegrity() {
        return named("integrity-2");
    }
}
