package cutscore.server.area;

import cutscore.kernel.circular.CircularDraft;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.TwoPeople;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The law book: which county is a line area, when, on which ground, by which document. */
@Component
public class Areas {
    private final AreaTable table;
    private final CircularTable circulars;
    private final Circulars way;
    private final Ledger ledger;
    private final Entropy entropy;
    private final InstantSource clock;
    private final AtomicReference<Book> book = new AtomicReference<>();

    Areas(
            AreaTable table,
            CircularTable circulars,
            Circulars way,
            Ledger ledger,
            Entropy entropy,
            InstantSource clock) {
        this.table = table;
        this.circulars = circulars;
        this.way = way;
        this.ledger = ledger;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * Enters a circular's text and reads it; it has no force yet.
     *
     * @param by a lead of the province whose areas it lists, or a publisher of the centre
     * @throws cutscore.kernel.Unreadable when it is no circular, or in force already
     */
    public CircularId enter(String text, Officer by) {
        return way.enter(text, by);
    }

    /** What the reader made of the circular. */
    public Optional<CircularDraft> draft(CircularId id) {
        return circulars.find(id).map(way::draft);
    }

    /** The circular with its text and stage. */
    public Optional<CircularOnRecord> circular(CircularId id) {
        return circulars.find(id);
    }

    /** All circulars entered here, the newest first. */
    public List<CircularOnRecord> circulars() {
        return circulars.all();
    }

    /**
     * The first of two: the draft is what the circular says.
     *
     * @param doubtsAccepted the codes of all its spelling doubts, each accepted by naming it
     * @throws cutscore.kernel.Unreadable when a doubt is not accepted, or it was confirmed before
     */
    public void confirm(CircularId id, Set<DivisionCode> doubtsAccepted, Officer by) {
        way.confirm(id, doubtsAccepted, by);
    }

    /**
     * The second of two: the circular is in force, and its areas with it, from the first day of the
     * half-year of the earliest session it names (see {@code docs/decisions/0010}).
     *
     * @throws cutscore.server.access.SamePerson when the one who confirmed agrees
     * @throws cutscore.kernel.Unreadable when it was not confirmed
     */
    public void agree(CircularId id, Officer second) {
        way.agree(id, second);
    }

    /**
     * Whether the division was a line area on a day, as known at a moment. An old code is answered
     * for the county that took its place; of a province or prefecture each county is answered.
     */
    public AreaAnswer ask(DivisionCode code, LocalDate inForceOn, Instant asKnownAt) {
        return current().ask(code, inForceOn, asKnownAt);
    }

    /** The same, as known now. */
    public AreaAnswer ask(DivisionCode code, LocalDate inForceOn) {
        return ask(code, inForceOn, clock.instant());
    }

    /** One edition of the book, for many questions in one go. */
    @FunctionalInterface
    public interface Asking {
        /** As {@link Areas#ask(DivisionCode, LocalDate, Instant)}. */
        AreaAnswer ask(DivisionCode code, LocalDate inForceOn, Instant asKnownAt);
    }

    /** The book as it stands now; what is added later is not in it. */
    public Asking asking() {
        return current()::ask;
    }

    /**
     * The line areas of a province on a day: the list of the circular that governs it, or what the
     * national documents name where no circular of the province is in force. Counties of which the
     * answer is "not known" are not in it.
     */
    public Set<DivisionCode> inForce(DivisionCode province, LocalDate on) {
        return current().inForce(province, on, clock.instant());
    }

    /** The line areas of the whole country on a day. */
    public Set<DivisionCode> inForce(LocalDate on) {
        return current().inForce(on, clock.instant());
    }

    /** What one circular in force lists. */
    public Set<DivisionCode> listed(CircularId circular) {
        return current().listed(circular);
    }

    /**
     * Finds by code (also a former one, also its first digits), by full, short, former or partial
     * name, by pinyin or its initials, by a circular's own spelling; failing all, what is one
     * character away. At most 30, each answered for today.
     */
    public List<AreaHit> search(String text) {
        var now = clock.instant();
        return new AreaSearch(current(), Beijing.day(now), now).find(text);
    }

    /**
     * Records that a county stops being a line area. The facts held so far stay on record, with the
     * moment from which they are no longer held.
     *
     * @param lastDay the last day on which it is one
     * @param because the official document that says so
     * @param by a publisher of the centre
     * @param second another one
     * @return how many facts got a last day
     */
    @Transactional
    public int end(
            DivisionCode county,
            LocalDate lastDay,
            Designation.Document because,
            Officer by,
            Officer second) {
        by.must(Role.PUBLISHER);
        second.must(Role.PUBLISHER);
        TwoPeople.require(by.id(), second.id());
        table.lock();
        var at = clock.instant();
        var body =
                Json.object()
                        .put("division", county.value())
                        .put("lastDay", lastDay.toString())
                        .put("authority", because.authority())
                        .put("documentNumbers", Json.texts(because.numbers()))
                        .build();
        long index =
                ledger.append(new Act("area.ended", at, List.of(by.id(), second.id()), body))
                        .index();
        var document = entropy.id();
        table.insert(document, Optional.of(document.toString()), because, at, index);
        return table.end(county, lastDay, document, at);
    }

    /** The book in memory, read again when something was added, here or on another node. */
    private Book current() {
        long version = table.version();
        var held = book.get();
        if (held != null && held.version() == version) {
            return held;
        }
        var read = table.read(version);
        book.set(read);
        return read;
    }
}
