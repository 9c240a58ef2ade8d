package io.leasehold.collector.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.event.CostReported.KeyCost;
import io.leasehold.providers.price.PriceBook;
import io.leasehold.providers.price.Prices;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyEstimatesTest {
    private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
    private static final UUID KEY = UUID.randomUUID();

    private final Prices prices = PriceBook.builtIn();

    @Test
    void aKeysUsageIsPricedModelByModel() {
        // Claude Haiku 4.5: 1 USD for a million tokens of input, 5 USD of output, 0.1 USD read from a cache.
        KeyCost cost = only(used("claude-haiku-4-5", 1_000_000, 500_000, 200_000, true));

        assertThat(cost.keyId()).isEqualTo(KEY);
        assertThat(cost.amount()).isEqualByComparingTo("1.6");
    }

    @Test
    void severalModelsAddUp() {
        KeyCost cost =
                only(used("claude-haiku-4-5", 0, 1_000_000, 0, true), used("claude-haiku-4-5", 0, 1_000_000, 0, true));

        assertThat(cost.amount()).isEqualByComparingTo("2");
    }

    @Test
    void oneUnknownPriceMakesTheSumUnknownRatherThanTooSmall() {
        assertThat(only(used("claude-haiku-4-5", 0, 1_000_000, 0, true), used("no-such-model", 0, 1, 0, true))
                        .amount())
                .isNull();
        assertThat(only(used(null, 0, 1, 0, true)).amount()).isNull();
        assertThat(only(used("claude-haiku-4-5", 0, 1, 0, false)).amount()).isNull();
    }

    private KeyCost only(UsedTokens... used) {
        List<KeyCost> costs = KeyEstimates.costs(List.of(used), prices, "anthropic", DAY);
        assertThat(costs).hasSize(1);
        return costs.getFirst();
    }

    private static UsedTokens used(@Nullable String model, long cacheRead, long input, long output, boolean counted) {
        return new UsedTokens(KEY, model, null, input, cacheRead, 0, 0, output, 0, 0, counted);
    }
}
