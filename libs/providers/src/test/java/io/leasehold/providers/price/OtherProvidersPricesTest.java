package io.leasehold.providers.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.PricingTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests to Mistral cost, to the nano-dollar. */
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
