package io.leasehold.sim.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.anthropic.AnthropicApi;
import io.leasehold.sim.azure.AzureApi;
import io.leasehold.sim.cohere.CohereApi;
import io.leasehold.sim.format.Csv;
import io.leasehold.sim.google.GoogleApi;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.mistral.MistralApi;
import io.leasehold.sim.openai.OpenAiApi;
import io.leasehold.sim.openrouter.OpenRouterApi;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CatalogPricesTest {
    private static final BigDecimal NANO = new BigDecimal("0.000000001");
    private final PriceTable prices = PriceTable.load();

    @ParameterizedTest
    @EnumSource(value = Provider.class, mode = Mode.EXCLUDE, names = "GITHUB_COPILOT")
    void everyModelThatCanBeCalledHasAPrice(Provider provider) {
        Class<?> neighbour = switch (provider) {
            case ANTHROPIC -> AnthropicApi.class;
            case AZURE_OPENAI -> AzureApi.class;
            case GOOGLE -> GoogleApi.class;
            case OPENAI -> OpenAiApi.class;
            case OPENROUTER -> OpenRouterApi.class;
            case MISTRAL -> MistralApi.class;
            case COHERE -> CohereApi.class;
            case GITHUB_COPILOT -> throw new IllegalArgumentException("It has no models.");
        };

        boolean deploys = provider == Provider.AZURE_OPENAI;
        for (Csv.Row row : Csv.resource(neighbour, deploys ? "deployments.csv" : "models.csv")) {
            String model = row.text(deploys ? "model" : "id");
            assertThat(prices.find(provider, model, Speed.STANDARD, Geo.GLOBAL))
                    .as(model)
                    .isPresent();
        }
    }

    /** So that Anthropic's cost report, which is not rounded per request, adds up to the bill. */
    @ParameterizedTest
    @EnumSource(Geo.class)
    void noAnthropicPriceHasAFractionOfANanoDollar(Geo geo) {
        for (Csv.Row model : Csv.resource(AnthropicApi.class, "models.csv")) {
            prices.find(Provider.ANTHROPIC, model.text("id"), Speed.STANDARD, geo)
                    .ifPresent(CatalogPricesTest::assertWholeNanoDollars);
        }
    }

    private static void assertWholeNanoDollars(Rate rate) {
        for (TokenClass tokenClass : TokenClass.values()) {
            assertThat(rate.perToken(tokenClass).remainder(NANO).signum())
                    .as(rate.model() + " " + tokenClass)
                    .isZero();
        }
    }
}
