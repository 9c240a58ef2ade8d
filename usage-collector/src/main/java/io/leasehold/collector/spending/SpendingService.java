package io.leasehold.collector.spending;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.leasehold.collector.price.Estimate;
import io.leasehold.collector.price.PriceLookup;
import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.Tokens;
import io.leasehold.kit.database.Database;
import io.leasehold.providers.price.Prices;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Answers what each key has spent, by its provider's bill where that names keys, else by what it used. */
@Singleton
class SpendingService {
    private static final String USD = "USD";

    private final Database database;
    private final PriceLookup prices;
    private final Clock clock;

    SpendingService(Database database, PriceLookup prices, Clock clock) {
        this.database = database;
        this.prices = prices;
        this.clock = clock;
    }

    /** Those of which anything was told this month or on the two days before it. */
    List<KeySpendView> list(UUID workspaceId) {
        Instant now = clock.instant();
        Instant since = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .withDayOfMonth(1)
                .minusDays(2)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return database.inWorkspace(workspaceId, handle -> {
            List<KeyDay> charged = SpendingStore.charged(handle, workspaceId, since);
            List<KeyDay> estimated = estimated(handle, workspaceId, since, charged);
            Map<UUID, Instant> chargedAsOf = SpendingStore.chargedAsOf(handle, workspaceId);
            Map<UUID, Instant> usedAsOf = SpendingStore.usedAsOf(handle, workspaceId);
            return Stream.concat(
                            views(charged, Provenance.PROVIDER, chargedAsOf, now),
                            views(estimated, Provenance.ESTIMATED, usedAsOf, now))
                    .sorted(Comparator.comparing(KeySpendView::provider).thenComparing(KeySpendView::keyId))
                    .toList();
        });
    }

    private List<KeyDay> estimated(Handle handle, UUID workspaceId, Instant since, List<KeyDay> charged) {
        Set<UUID> billed = charged.stream().map(day -> day.owner().keyId()).collect(toSet());
        Prices known = prices.of(handle, workspaceId);
        return SpendingStore.used(handle, workspaceId, since).stream()
                .filter(used -> !billed.contains(used.keyId()))
                .map(used -> new KeyDay(
                        new KeyDay.Owner(used.accountId(), used.keyId(), used.provider(), USD),
                        Provenance.ESTIMATED,
                        used.day(),
                        cost(known, used)))
                .toList();
    }

    private static @Nullable BigDecimal cost(Prices prices, SpendingStore.Used used) {
        if (used.model() == null || !used.counted()) {
            return null;
        }
        Tokens tokens = new Tokens(
                used.input(),
                used.cacheRead(),
                used.cacheWriteShort(),
                used.cacheWriteLong(),
                used.output(),
                used.reasoning(),
                0,
                0,
                0);
        return Estimate.of(prices, used.provider(), used.model(), used.tier(), used.day(), tokens, used.webSearches());
    }

    private static Stream<KeySpendView> views(
            List<KeyDay> days, Provenance provenance, Map<UUID, Instant> asOf, Instant now) {
        return days.stream().collect(groupingBy(KeyDay::owner)).entrySet().stream()
                .filter(of -> asOf.containsKey(of.getKey().accountId()))
                .map(of -> {
                    Instant fresh = asOf.getOrDefault(of.getKey().accountId(), now);
                    return KeySpendView.of(of.getKey(), provenance, fresh, spend(of.getValue(), fresh, now));
                });
    }

    /** Null where a part of it has no known price: the rest would be taken for all. */
    private static @Nullable SpendNow spend(List<KeyDay> days, Instant asOf, Instant now) {
        Map<LocalDate, BigDecimal> byDay = new HashMap<>();
        for (KeyDay day : days) {
            if (day.amount() == null) {
                return null;
            }
            byDay.merge(LocalDate.ofInstant(day.day(), ZoneOffset.UTC), day.amount(), BigDecimal::add);
        }
        return SpendNow.of(byDay, asOf, now);
    }
}
