package io.leasehold.collector.estimate;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.price.PriceLookup;
import io.leasehold.contracts.event.CostReported.Estimate;
import io.leasehold.contracts.event.CostReported.KeyCost;
import io.leasehold.providers.Capability;
import io.leasehold.providers.Providers;
import io.leasehold.providers.price.Prices;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Works out what keys cost from what they used. */
@Singleton
public class KeyEstimates {
    private final Providers providers = Providers.load();
    private final PriceLookup prices;

    KeyEstimates(PriceLookup prices) {
        this.prices = prices;
    }

    /** Empty where the provider tells no usage by key, or it was not read yet. */
    public Optional<Estimate> ofDay(Handle handle, Account account, Instant from, Instant to) {
        return tellsUsageByKey(account) ? known(handle, account, from, to) : Optional.empty();
    }

    private boolean tellsUsageByKey(Account account) {
        return providers
                .find(account.provider())
                .map(provider -> provider.can(Capability.PER_KEY_USAGE))
                .orElse(false);
    }

    private Optional<Estimate> known(Handle handle, Account account, Instant from, Instant to) {
        return EstimateStore.asOf(handle, account, from)
                .map(asOf -> new Estimate(
                        asOf,
                        costs(
                                EstimateStore.list(handle, account, from, to),
                                prices.of(handle, account.workspaceId()),
                                account.provider(),
                                from)));
    }

    /** Of what a key used nothing is left out: where one price is not known, its cost is not. */
    static List<KeyCost> costs(List<UsedTokens> used, Prices prices, String provider, Instant at) {
        Map<UUID, List<UsedTokens>> byKey = used.stream()
                .collect(Collectors.groupingBy(UsedTokens::keyId, LinkedHashMap::new, Collectors.toList()));
        return byKey.entrySet().stream()
                .map(of -> new KeyCost(of.getKey(), sum(of.getValue(), prices, provider, at)))
                .toList();
    }

    private static @Nullable BigDecimal sum(List<UsedTokens> used, Prices prices, String provider, Instant at) {
        BigDecimal sum = BigDecimal.ZERO;
        for (UsedTokens each : used) {
            BigDecimal cost = each.cost(prices, provider, at);
            if (cost == null) {
                return null;
            }
            sum = sum.add(cost);
        }
        return sum;
    }
}
