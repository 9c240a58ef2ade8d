package io.leasehold.providers.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private final Pricing pricing = new Pricing(PriceBook.builtIn());

    @Test
    void reportedTokensArePricedByTheBook() {
        RequestCost cost = pricing.cost(
                "anthropic", "claude-opus-5", usage(Tokens.text(2_095, 503), UsageSource.REPORTED, null, null), NOW);

        assertThat(cost.amount()).isEqualByComparingTo("0.02305");
        assertThat(cost.provenance()).isEqualTo(Provenance.GATEWAY);
        assertThat(cost.priceVersion()).isNotNull();
    }

    @Test
    void theProvidersOwnCostIsBookedAndOursStandsBeside() {
        Usage usage = usage(Tokens.text(1_000_000, 0), UsageSource.REPORTED, "0.00095", null);

        RequestCost cost = pricing.cost("openrouter", "openai/gpt-6-sol", usage, NOW);

        assertThat(cost.amount()).isEqualTo(new BigDecimal("0.000950000"));
        assertThat(cost.provenance()).isEqualTo(Provenance.PROVIDER);
        assertThat(cost.computed()).isEqualByComparingTo("4");
    }

    @Test
    void theProvidersOwnCostHoldsWhereWeCanWorkOutNothing() {
        RequestCost cost = pricing.cost(
                "openrouter", "nobody/nothing", usage(Tokens.NONE, UsageSource.UNKNOWN, "0.5", "contradiction"), NOW);

        assertThat(cost.amount()).isEqualByComparingTo("0.5");
        assertThat(cost.computed()).isNull();
    }

    @Test
    void anUnknownModelCostsAnUnknownAmountAndNotNothing() {
        RequestCost cost =
                pricing.cost("anthropic", "claude-99", usage(Tokens.text(1, 1), UsageSource.REPORTED, null, null), NOW);

        assertThat(cost.amount()).isNull();
        assertThat(cost.reason()).contains("no price for this model");
    }

    @Test
    void unknownUsageAndABadSplitCostAnUnknownAmount() {
        assertThat(pricing.cost("anthropic", "claude-opus-5", usage(Tokens.NONE, UsageSource.UNKNOWN, null, null), NOW)
                        .amount())
                .isNull();
        assertThat(pricing.cost(
                                "anthropic",
                                "claude-opus-5",
                                usage(Tokens.NONE, UsageSource.REPORTED, null, "contradiction"),
                                NOW)
                        .reason())
                .isEqualTo("contradiction");
    }

    @Test
    void whatTheProviderRefusedCostsNothing() {
        RequestCost cost =
                pricing.cost("anthropic", "claude-99", usage(Tokens.NONE, UsageSource.NONE, null, null), NOW);

        assertThat(cost.amount()).isEqualByComparingTo("0");
    }

    @Test
    void anEstimateSaysThatItIsOne() {
        RequestCost cost = pricing.cost(
                "anthropic", "claude-opus-5", usage(Tokens.text(10, 10), UsageSource.ESTIMATED, null, null), NOW);

        assertThat(cost.provenance()).isEqualTo(Provenance.ESTIMATED);
    }

    private static Usage usage(
            Tokens tokens, UsageSource source, @Nullable String providerCost, @Nullable String problem) {
        return new Usage(
                tokens,
                source,
                0,
                providerCost == null ? null : new BigDecimal(providerCost),
                PricingTerms.UNSAID,
                null,
                null,
                null,
                null,
                problem);
    }
}
