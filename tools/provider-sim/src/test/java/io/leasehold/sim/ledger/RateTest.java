package io.leasehold.sim.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.key.Provider;
import org.junit.jupiter.api.Test;

class RateTest {
    private final PriceTable prices = PriceTable.load();

    @Test
    void everyTokenClassHasItsPrice() {
        // 5 000 × 5 + 2 000 × 0.5 + 1 000 × 6.25 + 2 000 × 10 + 500 × 25 dollars per million
        Tokens tokens = new Tokens(5_000, 2_000, 1_000, 2_000, 500);

        NanoUsd cost = anthropic("claude-opus-5", Speed.STANDARD, Geo.GLOBAL).cost(tokens);

        assertThat(cost.decimal()).isEqualTo("0.064750000");
    }

    @Test
    void answeringInTheUsCostsATenthMore() {
        Tokens tokens = new Tokens(1_000, 10, 0, 0, 100);

        NanoUsd cost = anthropic("claude-sonnet-5", Speed.STANDARD, Geo.US).cost(tokens);

        // (1 000 × 2 + 10 × 0.2 + 100 × 10) × 1.1 dollars per million
        assertThat(cost.decimal()).isEqualTo("0.003302200");
    }

    @Test
    void fastModeHasPricesOfItsOwnAndStacksWithTheUs() {
        Tokens tokens = new Tokens(100, 0, 0, 0, 10);

        assertThat(anthropic("claude-opus-5", Speed.FAST, Geo.GLOBAL)
                        .cost(tokens)
                        .decimal())
                .isEqualTo("0.001500000");
        assertThat(anthropic("claude-opus-5", Speed.FAST, Geo.US).cost(tokens).decimal())
                .isEqualTo("0.001650000");
        assertThat(prices.find(Provider.ANTHROPIC, "claude-sonnet-5", Speed.FAST, Geo.GLOBAL))
                .isEmpty();
    }

    @Test
    void aRequestIsRoundedOnceAndHalfUp() {
        // Two and a half nano-dollars per input token, a fifth of one per output token.
        TokenPrices odd = new TokenPrices(2_500, 0, 0, 0, 200);
        Rate rate = new Rate(Provider.OPENROUTER, "odd", Speed.STANDARD, Geo.GLOBAL, odd, 10);

        assertThat(rate.cost(new Tokens(1, 0, 0, 0, 0)).nanos()).isEqualTo(3);
        assertThat(rate.cost(new Tokens(1, 0, 0, 0, 2)).nanos()).isEqualTo(3);
        assertThat(rate.cost(new Tokens(0, 0, 0, 0, 2)).nanos()).isZero();
        assertThat(rate.cost(new Tokens(2, 0, 0, 0, 2)).nanos()).isEqualTo(5);
    }

    @Test
    void pricesBelowANanoDollarAreKeptExact() {
        Rate rate = prices.find(Provider.OPENROUTER, "deepseek/deepseek-v3.2", Speed.STANDARD, Geo.GLOBAL)
                .orElseThrow();

        // 9 × 228.8 + 343.2 = 2 402.4
        assertThat(rate.cost(new Tokens(9, 0, 0, 0, 1)).nanos()).isEqualTo(2402);
        assertThat(rate.perToken(TokenClass.INPUT)).isEqualByComparingTo("0.0000002288");
    }

    @Test
    void aCacheWithoutPriceCostsWhatInputCosts() {
        Rate rate = prices.find(Provider.OPENROUTER, "google/gemini-2.5-flash", Speed.STANDARD, Geo.GLOBAL)
                .orElseThrow();

        assertThat(rate.perToken(TokenClass.CACHE_WRITE_5M)).isEqualByComparingTo(rate.perToken(TokenClass.INPUT));
        assertThat(rate.perToken(TokenClass.CACHE_READ)).isEqualByComparingTo("0.00000003");
    }

    private Rate anthropic(String model, Speed speed, Geo geo) {
        return prices.find(Provider.ANTHROPIC, model, speed, geo).orElseThrow();
    }
}
