package io.leasehold.distribution.settle;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.Slice;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.hold.SettleProgress;
import io.leasehold.distribution.hold.WindowBooks;
import io.leasehold.distribution.node.NodeRegistry;
import io.leasehold.distribution.spend.CountingLock;
import io.leasehold.distribution.spend.LedgerStore;
import io.leasehold.distribution.spend.Window;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.consume.PermanentEventException;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Settles requests: what one did cost is spent in every window of the time it was admitted at, and leaves the slices that it
 * was admitted against. Once per request; a higher revision later changes what is spent by the difference.
 */
@Singleton
class SettleConsumer implements EventHandler {
    private final NodeRegistry nodes;
    private final Clock clock;

    SettleConsumer(NodeRegistry nodes, Clock clock) {
        this.nodes = nodes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return SettleProgress.CONSUMER;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REQUESTS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        Collection<RequestCompleted> requests = newestRevisions(batch);
        CountingLock.forCounting(
                handle, requests.stream().map(RequestCompleted::workspaceId).toList());
        settle(handle, enter(handle, requests));
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

    private void settle(Handle handle, List<Entered> entered) {
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
        for (Slice slice : request.slices()) {
            Window window = windows.of(request, slice);
            counted.put(window.key(), window);
            if (change.first()) {
                charges.take(window, request.replica(), change.amount());
            }
        }
        counted.values().forEach(window -> charges.spend(window, change.amount()));
    }

    private static Collection<RequestCompleted> newestRevisions(List<ReceivedEvent> batch) {
        Map<UUID, RequestCompleted> newest = new LinkedHashMap<>();
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof RequestCompleted request) {
                newest.merge(
                        request.requestId(), request, (one, other) -> other.revision() > one.revision() ? other : one);
            }
        }
        return newest.values();
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
