package io.leasehold.distribution.hold;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.hold.GrantAnswer.Slice;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.hold.AskedWindows.Asked;
import io.leasehold.distribution.limit.RaiseStore;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.spend.SpendWindowStore;
import io.leasehold.distribution.spend.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What calls of replicas are granted, in the transaction that has locked those replicas. */
final class Grants {
    private final int replicas;
    private final WindowBooks books;
    private final Map<WindowKey, BigDecimal> heldBeside;
    private final Map<ScopeKey, Map<Period, BigDecimal>> raises;

    /** What one replica asks for at once. */
    record Call(UUID replica, List<Asked> asked) {}

    private Grants(
            int replicas,
            WindowBooks books,
            Map<WindowKey, BigDecimal> heldBeside,
            Map<ScopeKey, Map<Period, BigDecimal>> raises) {
        this.replicas = replicas;
        this.books = books;
        this.heldBeside = heldBeside;
        this.raises = raises;
    }

    /**
     * @param replicas how many replicas there are
     * @param now decides which raises are in force
     * @return one slice per ask and in that order
     */
    static List<Slice> grant(Handle handle, UUID replica, int replicas, List<Asked> asked, Instant now) {
        return grant(handle, List.of(new Call(replica, asked)), replicas, now).getFirst();
    }

    /** The same for several calls, one after the other. */
    static List<List<Slice>> grant(Handle handle, List<Call> calls, int replicas, Instant now) {
        List<Asked> limited = calls.stream()
                .flatMap(call -> call.asked().stream())
                .filter(Grants::needsHold)
                .toList();
        if (limited.isEmpty()) {
            return calls.stream()
                    .map(call -> call.asked().stream().map(Grants::unheld).toList())
                    .toList();
        }
        List<Window> windows = limited.stream().map(Asked::window).distinct().toList();
        Set<UUID> who = calls.stream().map(Call::replica).collect(Collectors.toSet());
        WindowBooks books = WindowBooks.open(handle, windows, who);
        // Under the windows' locks, which whoever changes raises takes too, so that none counts that was ended before.
        Grants grants = new Grants(replicas, books, heldBeside(handle, limited), raises(handle, limited, now));
        List<List<Slice>> slices = calls.stream()
                .map(call -> call.asked().stream()
                        .map(asked -> grants.slice(call.replica(), asked))
                        .toList())
                .toList();
        books.save(handle);
        return slices;
    }

    private static boolean needsHold(Asked asked) {
        return asked.open() && asked.window().limit() != null;
    }

    /** Limits that have moved to another zone a short while ago have something held in the windows before. */
    private static Map<WindowKey, BigDecimal> heldBeside(Handle handle, List<Asked> limited) {
        Set<WindowKey> moving = limited.stream()
                .filter(Asked::moving)
                .map(ask -> ask.window().key())
                .collect(Collectors.toSet());
        return moving.isEmpty() ? Map.of() : SpendWindowStore.heldBeside(handle, moving);
    }

    private static Map<ScopeKey, Map<Period, BigDecimal>> raises(Handle handle, List<Asked> limited, Instant now) {
        Set<ScopeKey> raised = limited.stream()
                .filter(Asked::mayBeRaised)
                .map(ask -> ScopeKey.of(ask.window().key()))
                .collect(Collectors.toSet());
        return RaiseStore.inForce(handle, raised, now);
    }

    private Slice slice(UUID replica, Asked asked) {
        Window window = asked.window();
        if (!needsHold(asked)) {
            return unheld(asked);
        }
        WindowBook book = books.get(window.key());
        // The limit may have changed since the windows were looked up; the lock shows how it stands.
        BigDecimal limit = book.window().window().limit();
        if (limit == null) {
            return new Slice(window.key(), window.end(), null, BigDecimal.ZERO, null, false);
        }
        Ask ask = asked.ask();
        BigDecimal room = room(book, limit);
        boolean met = book.grant(replica, room, ask.need(), ask.want(), replicas);
        return new Slice(
                window.key(),
                window.end(),
                limit,
                book.hold(replica).granted(),
                book.window().balance().remaining(room),
                !met);
    }

    private BigDecimal room(WindowBook book, BigDecimal limit) {
        return book.window().superseded()
                ? BigDecimal.ZERO
                : limit.add(RaiseStore.amount(
                                raises, ScopeKey.of(book.key()), book.key().period()))
                        .subtract(heldBeside.getOrDefault(book.key(), BigDecimal.ZERO));
    }

    /** Nothing needs to be held where there is no limit, and nothing can be of a lease that has ended. */
    private static Slice unheld(Asked asked) {
        Window window = asked.window();
        BigDecimal remaining = window.limit() == null ? null : BigDecimal.ZERO;
        return new Slice(window.key(), window.end(), window.limit(), BigDecimal.ZERO, remaining, !asked.open());
    }
}
