package io.leasehold.distribution.settle;

import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.hold.WindowBooks;
import io.leasehold.distribution.node.NodeRegistry;
import io.leasehold.distribution.spend.CountingLock;
import io.leasehold.distribution.spend.LedgerStore;
import io.leasehold.distribution.spend.Window;
import io.leasehold.kit.consume.PermanentEventException;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Settles requests: what one did cost is spent in every window of the time it was admitted at, and leaves the slices that it
 * was admitted against. Once per request; a higher revision later changes what is spent by the difference.
 */
@Singleton
class Settlement {
    private final NodeRegistry nodes;
    private final Clock clock;

    Settlement(NodeRegistry nodes, Clock clock) {
        this.nodes = nodes;
        this.clock = clock;
    }

    /** @param requests each of them once */
    void settle(Handle handle, Collection<RequestCompleted> requests) {
        CountingLock.forCounting(
                handle, requests.stream().map(RequestCompleted::workspaceId).toList());
        charge(handle, enter(handle, requests));
        nodes.heardOf(handle, requests.stream().map(RequestCompleted::nodeId).collect(Collectors.toSet()));
    }

    /** Those that are news. */
    private List<Entered> enter(Handle handle, Collection<RequestCompleted> requests) {
        Bindings bindings = Bindings.of(handle, requests);
        Map<UUID, LedgerStore.Change> changes = LedgerStore.enter(
                handle,
                requests.stream().map(request -> entry(request, bindings)).toList());
        return requests.stream()
                .flatMap(request ->
                        Stream.ofNullable(changes.get(request.requestId())).map(change -> new Entered(request, change)))
                .toList();
    }

    private void charge(Handle handle, List<Entered> entered) {
        CountedWindows windows = CountedWindows.of(handle, entered, clock.instant());
        Charges charges = new Charges();
        entered.forEach(each -> charge(charges, windows, each));
        WindowBooks books = WindowBooks.open(handle, charges.windows(), charges.replicas());
        charges.applyTo(books);
        books.save(handle);
    }

    private static void charge(Charges charges, CountedWindows windows, Entered entered) {
        RequestCompleted request = entered.request();
        LedgerStore.Change change = entered.change();
        Map<WindowKey, Window> counted = new HashMap<>();
        windows.all(entered).forEach(window -> counted.put(window.key(), window));
        Collection<Window> heldIn = heldIn(windows, request, counted);
        heldIn.forEach(window -> counted.put(window.key(), window));
        if (change.first()) {
            heldIn.forEach(window -> charges.take(window, request.replica(), change.amount()));
        }
        counted.values().forEach(window -> charges.spend(window, change.amount()));
    }

    /** What a direct lease holds it holds in whichever windows are limited; to all others nothing is taken from. */
    private static Collection<Window> heldIn(
            CountedWindows windows, RequestCompleted request, Map<WindowKey, Window> counted) {
        return request.usageSource() == UsageSource.NODE
                ? List.copyOf(counted.values())
                : request.slices().stream()
                        .map(slice -> windows.of(request, slice))
                        .toList();
    }

    private LedgerStore.Entry entry(RequestCompleted request, Bindings bindings) {
        if (request.admittedAt().isBefore(clock.instant().minus(LedgerStore.KEPT))) {
            throw new PermanentEventException("The ledger does not reach back to " + request.admittedAt()
                    + ", so it can't be told whether this request was counted already");
        }
        BigDecimal cost = request.cost();
        BigDecimal amount = cost == null ? request.reservation() : cost;
        if (amount.signum() < 0) {
            throw new PermanentEventException("A request can't cost less than nothing: " + amount);
        }
        return new LedgerStore.Entry(
                request.workspaceId(),
                request.requestId(),
                request.admittedAt(),
                request.revision(),
                amount,
                cost == null,
                request.keyId(),
                request.nodeId(),
                request.leaseId(),
                bindings.domainId(request).orElse(null),
                bindings.user(request).orElse(null));
    }
}
