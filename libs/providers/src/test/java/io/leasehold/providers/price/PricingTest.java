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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private final Pricing pricing = new Pricing(PriceBook.builtIn());

    @Test
    void reportedTokensArePricedByTheBook() {
        RequestCost cost = pricing.cost(
                "anthropic",
                "claude-opus-5",
                PricingTerms.UNSAID,
                usage(Tokens.text(2_095, 503), UsageSource.REPORTED, null, null),
                NOW);

        assertThat(cost.amount()).isEqualByComparingTo("0.02305");
        assertThat(cost.provenance()).isEqualTo(Provenance.GATEWAY);
        assertThat(cost.priceVersion()).isNotNull();
    }

    /** The answer says which tier it was served in; the price of that tier counts. */
    @Test
    void openAisTiersHaveTheirFactors() {
        PricingTerms flex = new PricingTerms("flex", null, null);
        PricingTerms priority = new PricingTerms("priority", null, null);
        Usage usage = usage(Tokens.text(1_000_000, 0), UsageSource.REPORTED, null, null);

        assertThat(pricing.cost("openai", "gpt-5.1", PricingTerms.UNSAID, usage, NOW)
                        .amount())
                .isEqualByComparingTo("1.25");
        assertThat(pricing.cost("openai", "gpt-5.1", flex, usage, NOW).amount()).isEqualByComparingTo("0.625");
        assertThat(pricing.cost("openai", "gpt-5.1", priority, usage, NOW).amount())
                .isEqualByComparingTo("2.5");
        assertThat(pricing.cost("openai", "gpt-6-sol", priority, usage, NOW).amount())
                .isNull();
    }

    @Test
    void theProvidersOwnCostIsBookedAndOursStandsBeside() {
        Usage usage = usage(Tokens.text(1_000_000, 0), UsageSource.REPORTED, "0.00095", null);

        RequestCost cost = pricing.cost("openrouter", "openai/gpt-6-sol", PricingTerms.UNSAID, usage, NOW);

        assertThat(cost.amount()).isEqualTo(new BigDecimal("0.000950000"));
        assertThat(cost.provenance()).isEqualTo(Provenance.PROVIDER);
        assertThat(cost.computed()).isEqualByComparingTo("4");
    }

    @Test
    void theProvidersOwnCostHoldsWhereWeCanWorkOutNothing() {
        RequestCost cost = pricing.cost(
                "openrouter",
                "nobody/nothing",
                PricingTerms.UNSAID,
                usage(Tokens.NONE, UsageSource.UNKNOWN, "0.5", "contradiction"),
                NOW);

        assertThat(cost.amount()).isEqualByComparingTo("0.5");
        assertThat(cost.computed()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1e10", "1e999999999", "-1e999999999"})
    void whatNoRequestCanCostIsNotBooked(String said) {
        RequestCost cost = pricing.cost(
                "openrouter",
                "openai/gpt-6-sol",
                PricingTerms.UNSAID,
                usage(Tokens.text(1_000, 0), UsageSource.REPORTED, said, null),
                NOW);

        assertThat(cost.amount()).isNull();
        assertThat(cost.reason()).contains("cost");
        assertThat(cost.computed()).isEqualByComparingTo("0.002");
    }

    @Test
    void aCostTooSmallToCountIsNothing() {
        Usage usage = usage(Tokens.text(1, 0), UsageSource.REPORTED, "1e-999999999", null);

        assertThat(pricing.cost("openrouter", "openai/gpt-6-sol", PricingTerms.UNSAID, usage, NOW)
                        .amount())
                .isEqualByComparingTo("0");
    }

    @Test
    void anUnknownModelCostsAnUnknownAmountAndNotNothing() {
        RequestCost cost = pricing.cost(
                "anthropic",
                "claude-99",
                PricingTerms.UNSAID,
                usage(Tokens.text(1, 1), UsageSource.REPORTED, null, null),
                NOW);

        assertThat(cost.amount()).isNull();
        assertThat(cost.reason()).contains("no price for this model");
    }

    @Test
    void unknownUsageAndABadSplitCostAnUnknownAmount() {
        assertThat(pricing.cost(
                                "anthropic",
                                "claude-opus-5",
                                PricingTerms.UNSAID,
                                usage(Tokens.NONE, UsageSource.UNKNOWN, null, null),
                                NOW)
                        .amount())
                .isNull();
        assertThat(pricing.cost(
                                "anthropic",
                                "claude-opus-5",
                                PricingTerms.UNSAID,
                                usage(Tokens.NONE, UsageSource.REPORTED, null, "contradiction"),
                                NOW)
                        .reason())
                .isEqualTo("contradiction");
    }

    @Test
    void whatTheProviderRefusedCostsNothing() {
        RequestCost cost = pricing.cost(
                "anthropic", "claude-99", PricingTerms.UNSAID, usage(Tokens.NONE, UsageSource.NONE, null, null), NOW);

        assertThat(cost.amount()).isEqualByComparingTo("0");
    }

    /** As in a stream, which names its tier and region but not its speed. */
    @Test
    void whereAnAnswerIsSilentWhatWasAskedForCounts() {
        PricingTerms fast = new PricingTerms(null, "global", "fast");
        PricingTerms told = new PricingTerms("standard", "us", null);

        assertThat(costOfMillion(fast, told)).isEqualByComparingTo("11");
        assertThat(costOfMillion(fast, new PricingTerms(null, null, "standard")))
                .isEqualByComparingTo("5");
        assertThat(costOfMillion(new PricingTerms(null, null, "warp"), told)).isNull();
    }

    @Test
    void anEstimateSaysThatItIsOne() {
        RequestCost cost = pricing.cost(
                "anthropic",
                "claude-opus-5",
                PricingTerms.UNSAID,
                usage(Tokens.text(10, 10), UsageSource.ESTIMATED, null, null),
                NOW);

        assertThat(cost.provenance()).isEqualTo(Provenance.ESTIMATED);
    }

    private @Nullable BigDecimal costOfMillion(PricingTerms asked, PricingTerms told) {
        Usage usage =
                new Usage(Tokens.text(1_000_000, 0), UsageSource.REPORTED, 0, null, told, null, null, null, null, null);
        return pricing.cost("anthropic", "claude-opus-5", asked, usage, NOW).amount();
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
