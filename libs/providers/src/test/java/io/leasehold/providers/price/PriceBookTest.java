package io.leasehold.providers.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.PricingTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBookTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final PriceBook BOOK = PriceBook.builtIn();

    @Test
    void cachesAreReadAndWrittenAtTheirOwnPrices() {
        Tokens tokens = new Tokens(5_000, 2_000, 1_000, 2_000, 500, 0, 0, 0, 0);

        assertThat(cost("anthropic", "claude-opus-5", tokens)).isEqualByComparingTo("0.06475");
    }

    @Test
    void aLongContextMakesTheWholeRequestDearer() {
        assertThat(cost("google", "gemini-2.5-pro", Tokens.text(300_000, 1_000)))
                .isEqualByComparingTo("0.765");
    }

    @Test
    void cacheWritesOfNewerModelsCost() {
        Tokens tokens = new Tokens(50_000, 20_000, 30_000, 0, 1_000, 0, 0, 0, 0);

        assertThat(cost("openai", "gpt-6-astra", tokens)).isEqualByComparingTo("0.945");
    }

    @ParameterizedTest
    @CsvSource({"200000, 0.6", "200001, 1.200006"})
    void aStepIsTakenOnlyOnceItIsExceeded(long input, BigDecimal expected) {
        assertThat(cost("anthropic", "claude-sonnet-4-5", Tokens.text(input, 0)))
                .isEqualByComparingTo(expected);
    }

    @Test
    void reasoningCostsWhatOutputCosts() {
        Tokens tokens = new Tokens(0, 0, 0, 0, 100, 400, 0, 0, 0);

        assertThat(cost("anthropic", "claude-opus-5", tokens)).isEqualByComparingTo("0.0125");
    }

    @ParameterizedTest
    @CsvSource({
        "batch,,,0.0025",
        "priority,,,0.005",
        ",us,,0.0055",
        ",,fast,0.01",
        "batch,us,,0.00275",
        "standard,us,fast,0.011"
    })
    void tierRegionAndSpeedMultiply(String tier, String region, String speed, BigDecimal expected) {
        ModelPrice price = BOOK.find("anthropic", "claude-opus-5", NOW).orElseThrow();

        OptionalLong cost = price.cost(Tokens.text(1_000, 0), 0, new PricingTerms(tier, region, speed));

        assertThat(NanoUsd.toDecimal(cost.orElseThrow())).isEqualByComparingTo(expected);
    }

    @Test
    void aTermNobodyKnowsHasNoPrice() {
        ModelPrice price = BOOK.find("anthropic", "claude-opus-5", NOW).orElseThrow();

        assertThat(price.cost(Tokens.text(1, 1), 0, new PricingTerms("warp", null, null)))
                .isEmpty();
        assertThat(price.cost(Tokens.text(1, 1), 0, new PricingTerms(null, "mars", null)))
                .isEmpty();
    }

    @Test
    void searchesArePaidForEachAndNoFactorAppliesToThem() {
        ModelPrice price = BOOK.find("anthropic", "claude-opus-5", NOW).orElseThrow();

        assertThat(price.cost(Tokens.NONE, 3, new PricingTerms("batch", "us", null)))
                .hasValue(30_000_000);
    }

    @Test
    void aSearchWithoutAPriceHasNoCost() {
        ModelPrice price = BOOK.find("anthropic", "claude-3-haiku", NOW).orElseThrow();

        assertThat(price.cost(Tokens.NONE, 1, PricingTerms.UNSAID)).isEmpty();
    }

    @Test
    void pricesAreThoseOfTheirTime() {
        Tokens tokens = Tokens.text(300_000, 0);
        ModelPrice before = BOOK.find("anthropic", "claude-opus-4-6", Instant.parse("2026-03-12T23:59:59Z"))
                .orElseThrow();
        ModelPrice after = BOOK.find("anthropic", "claude-opus-4-6", Instant.parse("2026-03-13T00:00:00Z"))
                .orElseThrow();

        assertThat(before.cost(tokens, 0, PricingTerms.UNSAID)).hasValue(3_000_000_000L);
        assertThat(after.cost(tokens, 0, PricingTerms.UNSAID)).hasValue(1_500_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-opus-5", "CLAUDE-Opus-5 ", "claude-opus-5-20260630", "claude-5-opus-latest"})
    void aModelIsFoundByTheRulesOfTheList(String name) {
        assertThat(BOOK.find("anthropic", name, NOW).orElseThrow().modelId()).isEqualTo("claude-opus-5");
    }

    @Test
    void azureFallsBackToThePricesOfItsModelsMakers() {
        assertThat(BOOK.find("azure-openai", "claude-opus-5", NOW)).isPresent();
    }

    @Test
    void anUnknownModelOrProviderHasNoPrice() {
        assertThat(BOOK.find("anthropic", "gpt-6-sol", NOW)).isEmpty();
        assertThat(BOOK.find("nobody", "claude-opus-5", NOW)).isEmpty();
        assertThat(BOOK.find("../anthropic", "claude-opus-5", NOW)).isEmpty();
    }

    @Test
    void aFreeModelCostsNothingAndSaysSo() {
        assertThat(cost("openrouter", "google/gemma-4-31b-it:free", Tokens.text(1_000, 1_000)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anthropic",
                "openai",
                "openrouter",
                "google",
                "azure-openai",
                "cohere",
                "mistral",
                "github-copilot"
            })
    void everyPriceOfEveryProviderIsExact(String provider) {
        assertThat(BOOK.version(provider))
                .hasValueSatisfying(version -> assertThat(version).startsWith("2026-"));
    }

    @Test
    void theVersionNamesTheListAndOurAdditions() {
        assertThat(BOOK.version("anthropic")).contains("2026-09-23+2026-11-21");
    }

    @Test
    void tokenCountsBeyondAnyBillHaveNoCost() {
        ModelPrice price = BOOK.find("anthropic", "claude-opus-5", NOW).orElseThrow();

        assertThat(price.cost(Tokens.text(Long.MAX_VALUE / 2, 0), 0, PricingTerms.UNSAID))
                .isEmpty();
    }

    private static BigDecimal cost(String provider, String model, Tokens tokens) {
        ModelPrice price = BOOK.find(provider, model, NOW).orElseThrow();
        return NanoUsd.toDecimal(price.cost(tokens, 0, PricingTerms.UNSAID).orElseThrow());
    }
}
