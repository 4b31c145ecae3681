package cutscore.server.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Everything that the door wanted to be delivered, in the tests. */
@Component
class Letterbox {
    private final List<CodeWanted> codes = new CopyOnWriteArrayList<>();
    private final List<AccountChanged> changes = new CopyOnWriteArrayList<>();

    @EventListener
    void on(CodeWanted wanted) {
        codes.add(wanted);
    }

    @EventListener
    void on(AccountChanged changed) {
        changes.add(changed);
    }

    /** The latest code for that contact; it comes from another thread. */
    String code(String address) throws InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            var found =
                    codes.stream()
                            .filter(code -> code.contact().address().equals(address))
                            .reduce((earlier, later) -> later);
            if (found.isPresent()) {
                codes.remove(found.get());
                return found.get().code();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no code came");
    }

    /** Whether nothing comes within a second. */
    boolean staysEmpty(String address) throws InterruptedException {
        Thread.sleep(1000);
        return codes.stream().noneMatch(code -> code.contact().address().equals(address));
    }

    List<AccountChanged.What> changes(String address) {
        return changes.stream()
                .filter(
                        change ->
                                change.tell().stream().anyMatch(to -> to.address().equals(address)))
                .map(AccountChanged::what)
                .toList();
    }
}
