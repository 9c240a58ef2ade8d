package io.leasehold.providers.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.PricingTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests to providers whose prices are simple cost, to the nano-dollar. */
class OtherProvidersPricesTest {
    private static final PriceBook BOOK = PriceBook.builtIn();

    @ParameterizedTest
    @CsvSource({
        // model, uncached, cached, output, tier, day, nano-dollars
        "mistral-large-2512,16,0,34,standard,2026-11-21,59000",
        "mistral-large-2512,10,6,34,,2026-11-21,56300",
        "mistral-large-2512,16,0,34,batch,2026-11-21,29500",
        "mistral-large-2512,1,0,0,batch,2026-11-21,250",
        "mistral-large-2512,16,0,34,priority,2026-11-21,",
        "mistral-large-latest,1000,0,1000,standard,2026-11-21,8000000",
        "codestral-2508,1000,500,10,standard,2026-11-21,324000",
        "codestral-latest,1000,500,10,standard,2026-11-21,459000",
        "mistral-medium-latest,1000,0,1000,standard,2026-06-15,2400000",
        "mistral-medium-latest,1000,0,1000,standard,2026-06-16,9000000",
        "ministral-3b,1,0,0,standard,2026-11-21,40",
        "mistral-small-3.2-24b-instruct,1,0,0,standard,2026-11-21,75",
        "mistral-small-3.2-24b-instruct,1,0,0,batch,2026-11-21,38",
        "mistral-embed,8,0,0,standard,2026-11-21,800",
        "mistral-nemo:free,1000,0,1000,standard,2026-11-21,0"
    })
    void mistral(
            String model,
            long input,
            long cached,
            long output,
            @Nullable String tier,
            String day,
            @Nullable Long nano) {
        assertThat(cost("mistral", model, new Tokens(input, cached, 0, 0, output, 0, 0, 0, 0), tier, day))
                .isEqualTo(nano);
    }

    @ParameterizedTest
    @CsvSource({
        // model, uncached, cached, output, nano-dollars
        "command-a-03-2025,5,0,418,4192500",
        "command-a-03-2025,3,2,418,4192500",
        "command-r7b-12-2024,1,0,1,188",
        "command-r-08-2024,1000,0,1000,750000",
        "command-light-nightly,10,0,10,9000",
        "c4ai-aya-expanse-8b,1,0,1,2000",
        "embed-v4.0,12,0,0,1440"
    })
    void cohere(String model, long input, long cached, long output, long nano) {
        Tokens tokens = new Tokens(input, cached, 0, 0, output, 0, 0, 0, 0);

        assertThat(cost("cohere", model, tokens, null, "2026-11-21")).isEqualTo(nano);
    }

    /** As its users' bills are worked out, before what the plan includes. */
    @ParameterizedTest
    @CsvSource({
        // model, uncached, cached, written, output, nano-dollars
        "claude-opus-5,1000,200,100,50,6975000",
        "claude-sonnet-5,1,1,0,1,12200",
        "gpt-5.4,272000,0,0,100,681500000",
        "gpt-5.4,272001,0,0,100,1362255000",
        "gpt-5-mini-2025-08-07,3,1,0,2,4775",
        "gpt-5.6-luna,1,1,1,1,1670",
        "kimi-k2.7-code,7,0,0,3,18650"
    })
    void gitHubCopilot(String model, long input, long cached, long written, long output, long nano) {
        Tokens tokens = new Tokens(input, cached, written, 0, output, 0, 0, 0, 0);

        assertThat(cost("github-copilot", model, tokens, null, "2026-11-21")).isEqualTo(nano);
    }

    private static @Nullable Long cost(
            String provider, String model, Tokens tokens, @Nullable String tier, String day) {
        ModelPrice price =
                BOOK.find(provider, model, Instant.parse(day + "T00:00:00Z")).orElseThrow();
        return price.cost(tokens, 0, new PricingTerms(tier, null, null)).stream()
                .boxed()
                .findFirst()
                .orElse(null);
    }
}
