package io.leasehold.providers.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.event.PriceOverridesView;
import io.leasehold.contracts.event.PriceOverridesView.PriceOverride;
import io.leasehold.providers.dialect.PricingTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverriddenPricesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final UUID WORKSPACE = UUID.randomUUID();
    private static final PriceBook BOOK = PriceBook.builtIn();
    private static final Tokens MILLION_IN = Tokens.text(1_000_000, 0);

    @Test
    void whatIsSaidCountsAndTheRestIsTheBooks() {
        Prices prices = with(input("claude-opus-5", null, "4"));

        Tokens tokens = new Tokens(1_000, 1_000, 0, 0, 1_000, 0, 0, 0, 0);

        // 1000 at 4, and of the book 1000 at 0.5 and 1000 at 25.
        assertThat(cost(prices, "claude-opus-5", tokens, PricingTerms.UNSAID)).isEqualTo(29_500_000L);
        assertThat(prices.find("anthropic", "claude-opus-5", NOW).orElseThrow().version())
                .endsWith("+overrides-7");
    }

    /** A class that has no price of its own follows the one that was set for its parent. */
    @Test
    void whatCostsWhatItsParentCostsFollowsIt() {
        Prices prices = with(override("anthropic", "claude-opus-5", null, "4", "20"));

        assertThat(cost(prices, "claude-opus-5", new Tokens(0, 0, 0, 0, 0, 1_000, 0, 0, 1_000), PricingTerms.UNSAID))
                .isEqualTo(24_000_000L);
    }

    @Test
    void factorsOfTheBookApplyToWhatIsAboutNoTier() {
        Prices prices = with(input("claude-opus-5", null, "4"));

        assertThat(cost(prices, "claude-opus-5", MILLION_IN, tier("batch"))).isEqualTo(2_000_000_000L);
        assertThat(cost(prices, "claude-opus-5", MILLION_IN, new PricingTerms(null, "us", null)))
                .isEqualTo(4_400_000_000L);
    }

    @Test
    void aTierMayHavePricesOfItsOwn() {
        Prices prices = with(input("claude-opus-5", "batch", "1"));

        assertThat(cost(prices, "claude-opus-5", MILLION_IN, PricingTerms.UNSAID))
                .isEqualTo(5_000_000_000L);
        assertThat(cost(prices, "claude-opus-5", MILLION_IN, tier("BATCH"))).isEqualTo(1_000_000_000L);
        assertThat(cost(prices, "claude-opus-5", MILLION_IN, new PricingTerms("batch", "us", null)))
                .isEqualTo(1_100_000_000L);
        // Of the book: 25 halved.
        assertThat(cost(prices, "claude-opus-5", Tokens.text(0, 1_000_000), tier("batch")))
                .isEqualTo(12_500_000_000L);
    }

    @Test
    void theNameCountsBeforePatternsAndOfThoseTheOneThatSaysMost() {
        Prices prices =
                with(input("*", null, "1"), input("claude-opus-*", null, "2"), input("claude-opus-5", null, "3"));

        assertThat(cost(prices, "claude-opus-5", MILLION_IN, PricingTerms.UNSAID))
                .isEqualTo(3_000_000_000L);
        assertThat(cost(prices, "Claude-Opus-4-8", MILLION_IN, PricingTerms.UNSAID))
                .isEqualTo(2_000_000_000L);
        assertThat(cost(prices, "claude-sonnet-5", MILLION_IN, PricingTerms.UNSAID))
                .isEqualTo(1_000_000_000L);
    }

    @Test
    void itHoldsFromItsBeginUntilJustBeforeItsEnd() {
        Instant end = NOW.plus(Duration.ofDays(1));
        Prices prices = with(new PriceOverride(
                UUID.randomUUID(), "anthropic", "claude-opus-5", null, inputOnly("4"), NOW, end, null));

        assertThat(inputPrice(prices, NOW.minusNanos(1_000))).isEqualTo(5_000_000L);
        assertThat(inputPrice(prices, NOW)).isEqualTo(4_000_000L);
        assertThat(inputPrice(prices, end.minusNanos(1_000))).isEqualTo(4_000_000L);
        assertThat(inputPrice(prices, end)).isEqualTo(5_000_000L);
    }

    /** Whatever tier the answer names, as the provider does with every model. */
    @Test
    void aModelThatTheBookDoesNotKnowHasThePriceThatWasSet() {
        Prices prices = with(override("anthropic", "claude-next", null, "4", "20"));

        assertThat(cost(prices, "claude-next", Tokens.text(1_000, 1_000), tier("standard")))
                .isEqualTo(24_000_000L);
        assertThat(cost(prices, "claude-next", Tokens.text(1_000, 1_000), tier("batch")))
                .isEqualTo(12_000_000L);
        assertThat(cost(prices, "claude-next", Tokens.text(1_000, 1_000), tier("warp")))
                .isNull();
        assertThat(prices.find("anthropic", "claude-other", NOW)).isEmpty();
        assertThat(prices.find("openai", "claude-next", NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "claude-*, claude-opus-5, true",
        "*-5, claude-opus-5, true",
        "c*o*5, claude-opus-5, true",
        "*opus*, claude-opus-5, true",
        "claude-opus-5*, claude-opus-5, true",
        "claude-opus, claude-opus-5, false",
        "*.5, claude-opus-5, false",
        "c*x*5, claude-opus-5, false",
        "CLAUDE-OPUS-5, claude-opus-5, true"
    })
    void aStarStandsForAnyText(String pattern, String name, boolean matches) {
        assertThat(new ModelPattern(pattern).matches(name)).isEqualTo(matches);
    }

    /** Nobody's pattern may keep an event loop busy. */
    @Test
    void aPatternOfManyStarsIsQuick() {
        assertThat(new ModelPattern("*a".repeat(90) + "b").matches("a".repeat(10_000)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.0000001", "1e30"})
    void whatCantBeAPriceIsRefused(String price) {
        assertThatThrownBy(() -> with(input("claude-opus-5", null, price))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void eachWorkspaceHasItsOwnPricesInTheirLatestVersion() {
        WorkspacePrices prices = new WorkspacePrices(BOOK);
        prices.put(told(7, input("claude-opus-5", null, "4")));
        prices.put(told(6, input("claude-opus-5", null, "3")));

        assertThat(inputPrice(prices.of(WORKSPACE), NOW)).isEqualTo(4_000_000L);
        assertThat(inputPrice(prices.of(UUID.randomUUID()), NOW)).isEqualTo(5_000_000L);

        prices.distrust(WORKSPACE);
        assertThat(prices.of(WORKSPACE).find("anthropic", "claude-opus-5", NOW)).isEmpty();

        prices.put(told(8, input("claude-opus-5", null, "2")));
        assertThat(inputPrice(prices.of(WORKSPACE), NOW)).isEqualTo(2_000_000L);

        prices.remove(WORKSPACE);
        assertThat(inputPrice(prices.of(WORKSPACE), NOW)).isEqualTo(5_000_000L);
    }

    private static long inputPrice(Prices prices, Instant at) {
        TokenPrice price =
                prices.find("anthropic", "claude-opus-5", at).orElseThrow().price(TokenClass.INPUT);
        assertThat(price).isNotNull();
        return price.base();
    }

    private static @Nullable Long cost(Prices prices, String model, Tokens tokens, PricingTerms terms) {
        return prices.find("anthropic", model, NOW).orElseThrow().cost(tokens, 0, terms).stream()
                .boxed()
                .findFirst()
                .orElse(null);
    }

    private static PricingTerms tier(String word) {
        return new PricingTerms(word, null, null);
    }

    private static Prices with(PriceOverride... overrides) {
        return new OverriddenPrices(BOOK, told(7, overrides));
    }

    private static PriceOverridesView told(long version, PriceOverride... overrides) {
        return new PriceOverridesView(WORKSPACE, List.of(overrides), version, NOW);
    }

    private static PriceOverride input(String model, @Nullable String tier, String input) {
        return override("anthropic", model, tier, input, null);
    }

    private static PriceOverride override(
            String provider, String model, @Nullable String tier, String input, @Nullable String output) {
        PriceOverridesView.Prices prices = new PriceOverridesView.Prices(
                new BigDecimal(input),
                null,
                null,
                null,
                output == null ? null : new BigDecimal(output),
                null,
                null,
                null,
                null,
                null);
        return new PriceOverride(UUID.randomUUID(), provider, model, tier, prices, Instant.EPOCH, null, null);
    }

    private static PriceOverridesView.Prices inputOnly(String input) {
        return new PriceOverridesView.Prices(
                new BigDecimal(input), null, null, null, null, null, null, null, null, null);
    }
}
