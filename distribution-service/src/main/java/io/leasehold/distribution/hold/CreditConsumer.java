package io.leasehold.distribution.hold;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.HoldCredited;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.limit.Usd;
import io.leasehold.distribution.spend.DaysSpent;
import io.leasehold.distribution.spend.SpendWindowStore;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.consume.PermanentEventException;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what is presumed spent, where the provider's bill says that it was not; never so far that less counts as spent
 * than was charged. What stands in the way is looked at here once more, under the windows' locks.
 */
@Singleton
class CreditConsumer implements EventHandler {
    /** No request takes longer, so that one that was admitted as long before the end of a day is on that day's bill. */
    private static final Duration LONGEST_REQUEST = Duration.ofHours(2);

    private static final BinaryOperator<Credit> GREATER =
            BinaryOperator.maxBy(Comparator.comparing(Credit::credited).thenComparing(Credit::until));

    private final HoldConfig config;
    private final Audit audit;

    CreditConsumer(HoldConfig config, Audit audit) {
        this.config = config;
        this.audit = audit;
    }

    /** What was told, with the bill that it rests on; {@link HoldCredited} says what is what. */
    private record Credit(
            WindowKey window, UUID keyId, BigDecimal credited, BigDecimal billed, Instant from, Instant until) {
        /** Null for what rests on no bill, and so credits nothing. */
        static @Nullable Credit of(HoldCredited told) {
            BigDecimal billed = told.billed();
            Instant from = told.billedFrom();
            Instant until = told.billedUntil();
            if (told.scope() != Scope.KEY || billed == null || from == null || until == null) {
                return null;
            }
            if (Stream.of(told.workspaceId(), told.period(), told.windowStart(), told.credited())
                    .anyMatch(Objects::isNull)) {
                throw new PermanentEventException("A credit without its window or amount says nothing");
            }
            WindowKey window =
                    new WindowKey(told.workspaceId(), told.scope(), told.scopeId(), told.period(), told.windowStart());
            return new Credit(window, keyId(told), told.credited(), billed, from, until);
        }

        private static UUID keyId(HoldCredited told) {
            try {
                return UUID.fromString(told.scopeId());
            } catch (IllegalArgumentException noId) {
                throw new PermanentEventException("A credit names its key by id");
            }
        }

        /** What counts for the window begins with it. */
        Instant counted() {
            return window.windowStart().isAfter(from) ? window.windowStart() : from;
        }
    }

    @Override
    public String name() {
        return "credits";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CREDITS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        Map<WindowKey, Credit> told = new HashMap<>();
        for (ReceivedEvent event : batch) {
            Credit credit = event.data() instanceof HoldCredited data ? Credit.of(data) : null;
            if (credit != null) {
                told.merge(credit.window(), credit, GREATER);
            }
        }
        if (!told.isEmpty()) {
            credit(handle, told);
        }
    }

    /** First the windows, as their locks are those of their holds too. */
    private void credit(Handle handle, Map<WindowKey, Credit> told) {
        SpendWindowStore.lock(handle, told.keySet());
        Map<WindowKey, BigDecimal> news = SpendWindowStore.credit(
                handle,
                told.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().credited())));
        List<Credit> due = told.values().stream()
                .filter(credit -> news.containsKey(credit.window()))
                .toList();
        Map<WindowKey, Set<UUID>> gone =
                due.stream().collect(Collectors.toMap(Credit::window, credit -> gone(handle, credit)));
        WindowBooks books = WindowBooks.lock(
                handle,
                news.keySet(),
                gone.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        for (Credit credit : due) {
            books.find(credit.window()).ifPresent(book -> {
                BigDecimal released = book.credit(
                        gone.getOrDefault(credit.window(), Set.of()),
                        news.getOrDefault(credit.window(), BigDecimal.ZERO),
                        unexplained(handle, credit));
                record(handle, credit, released);
            });
        }
        books.save(handle);
    }

    /** None of a key that nodes were given, as no bill can tell apart then what gateways spent. */
    private Set<UUID> gone(Handle handle, Credit credit) {
        return HoldStore.wasGivenToNodes(handle, credit.window().workspaceId(), credit.keyId())
                ? Set.of()
                : HoldStore.goneWithin(
                        handle,
                        credit.window(),
                        credit.from(),
                        credit.until(),
                        HoldConfig.silence(config).plus(LONGEST_REQUEST));
    }

    private static BigDecimal unexplained(Handle handle, Credit credit) {
        BigDecimal known = DaysSpent.within(
                handle, ScopeKey.of(credit.window()), credit.counted(), credit.until(), LONGEST_REQUEST);
        return credit.billed().subtract(known).max(BigDecimal.ZERO);
    }

    private void record(Handle handle, Credit credit, BigDecimal released) {
        if (released.signum() > 0) {
            audit.recordOwn(
                    handle,
                    credit.window().workspaceId(),
                    "spend.credit",
                    "key",
                    credit.keyId(),
                    Map.of(
                            "period", credit.window().period().wireName(),
                            "window_start", credit.window().windowStart().toString(),
                            "released", Usd.plain(released).toPlainString(),
                            "billed", Usd.plain(credit.billed()).toPlainString(),
                            "billed_from", credit.from().toString(),
                            "billed_until", credit.until().toString()));
        }
    }
}
