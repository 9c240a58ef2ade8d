package io.leasehold.providers.worstcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.event.PriceOverridesView;
import io.leasehold.contracts.event.PriceOverridesView.PriceOverride;
import io.leasehold.providers.Providers;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.Route;
import io.leasehold.providers.dialect.RouteKind;
import io.leasehold.providers.price.ModelPrice;
import io.leasehold.providers.price.OverriddenPrices;
import io.leasehold.providers.price.PriceBook;
import io.leasehold.providers.worstcase.WorstCase.Priced;
import io.leasehold.providers.worstcase.WorstCase.Unbounded;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorstCasesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final PriceBook BOOK = PriceBook.builtIn();
    private static final Providers PROVIDERS = Providers.load();
    private final WorstCases worstCases = new WorstCases(BOOK);

    @Test
    void plainTextIsBoundedByItsBytes() {
        String body = message("\"max_tokens\":100,\"inference_geo\":\"global\"");

        Priced worst = (Priced) worst("anthropic", body);

        assertThat(worst.inputTokens()).isEqualTo(body.length() + 512 + 16);
        assertThat(worst.outputTokens()).isEqualTo(100);
        assertThat(worst.nanoUsd()).isEqualTo(worst.inputTokens() * 5_000 + 100 * 25_000);
    }

    @Test
    void theDearestRegionIsTakenWhereTheRequestNamesNone() {
        long anywhere = ((Priced) worst("anthropic", message("\"max_tokens\":100"))).nanoUsd();
        long global =
                ((Priced) worst("anthropic", message("\"max_tokens\":100,\"inference_geo\":\"global\""))).nanoUsd();

        assertThat(anywhere).isGreaterThan(global);
    }

    /** Where a request leaves its tier open, the dearest price that the workspace has for one counts. */
    @Test
    void pricesThatAWorkspaceHasSetAreReservedFor() {
        String open = message("\"max_tokens\":100,\"inference_geo\":\"global\"");
        Priced listed = (Priced) worst("anthropic", open);

        Priced general = (Priced) worst(overridden(null, "6", "30"), open);
        Priced dearTier = (Priced) worst(overridden("priority", "7", "35"), open);
        Priced cheapTier = (Priced) worst(overridden("batch", "1", "2"), open);

        assertThat(general.nanoUsd()).isEqualTo(general.inputTokens() * 6_000 + 100 * 30_000);
        assertThat(dearTier.nanoUsd()).isEqualTo(dearTier.inputTokens() * 7_000 + 100 * 35_000);
        assertThat(cheapTier.nanoUsd()).isEqualTo(listed.nanoUsd());
    }

    private static WorstCases overridden(@Nullable String tier, String input, String output) {
        PriceOverridesView.Prices prices = new PriceOverridesView.Prices(
                new BigDecimal(input), null, null, null, new BigDecimal(output), null, null, null, null, null);
        PriceOverride override =
                new PriceOverride(UUID.randomUUID(), "anthropic", "claude-*", tier, prices, Instant.EPOCH, null, null);
        return new WorstCases(
                new OverriddenPrices(BOOK, new PriceOverridesView(UUID.randomUUID(), List.of(override), 1, NOW)));
    }

    /** An alias has the regions of the model that it stands for. */
    @Test
    void anotherNameOfAModelIsAsDearAsTheModel() {
        String body = message("\"max_tokens\":100");
        String alias = body.replace("claude-opus-5", "claude-5-opus");

        assertThat(((Priced) worst("anthropic", alias)).nanoUsd())
                .isEqualTo(((Priced) worst("anthropic", body)).nanoUsd());
    }

    @Test
    void fastModeIsReservedForOnlyWhereItIsAskedFor() {
        long standard = ((Priced) worst("anthropic", message("\"max_tokens\":100000"))).nanoUsd();
        long fast = ((Priced) worst("anthropic", message("\"max_tokens\":100000,\"speed\":\"fast\""))).nanoUsd();

        assertThat(fast).isBetween(standard * 19 / 10, standard * 21 / 10);
    }

    @Test
    void openAisCachesAreWrittenUnaskedAndItsDearestTierIsTakenWhereNoneIsNamed() {
        String body =
                "{\"model\":\"%s\",\"max_completion_tokens\":100,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]%s}";

        Priced written = (Priced) worst("openai", body.formatted("gpt-6-sol", ""));
        Priced anyTier = (Priced) worst("openai", body.formatted("gpt-5.1", ""));
        Priced usual = (Priced) worst("openai", body.formatted("gpt-5.1", ",\"service_tier\":\"default\""));

        assertThat(written.nanoUsd()).isEqualTo(written.inputTokens() * 2_500 + 100 * 10_000);
        assertThat(usual.nanoUsd()).isEqualTo(usual.inputTokens() * 1_250 + 100 * 10_000);
        assertThat(anyTier.nanoUsd()).isBetween(usual.nanoUsd() * 19 / 10, usual.nanoUsd() * 2);
    }

    @Test
    void embeddingsCostTheirInputOnly() {
        Dialect openAi = PROVIDERS.get("openai").dialect().orElseThrow();
        byte[] body = "{\"model\":\"text-embedding-3-small\",\"input\":\"abcd\"}".getBytes(StandardCharsets.UTF_8);
        Route route = Objects.requireNonNull(openAi.match("POST", "/v1/embeddings"));
        Inference scan = (Inference) route.scan(route.path(), body, 0, body.length);

        Priced worst = (Priced) worstCases.of("openai", RouteKind.PRICED, scan, NOW);

        assertThat(worst.outputTokens()).isZero();
        assertThat(worst.nanoUsd()).isEqualTo(worst.inputTokens() * 20);
    }

    @Test
    void anImageMayFillTheContextWindow() {
        Priced worst = (Priced) worst("anthropic", """
                {"model":"claude-opus-5","max_tokens":1,"messages":[{"content":[{"type":"image"}]}]}""");

        assertThat(worst.inputTokens()).isEqualTo(1_000_000);
    }

    @Test
    void toolsOnTheServerMayFillItInEachTurn() {
        Priced worst = (Priced)
                worst(
                        "anthropic",
                        message(
                                "\"max_tokens\":1,\"tools\":[{\"type\":\"web_search_20250305\",\"name\":\"web_search\",\"max_uses\":2}]"));

        assertThat(worst.inputTokens()).isEqualTo(10_000_000);
        assertThat(worst.outputTokens()).isEqualTo(10);
    }

    @Test
    void aMissingMaximumIsTheModelsOwn() {
        Priced worst = (Priced) worst("anthropic", message("\"stream\":false"));

        assertThat(worst.outputTokens()).isEqualTo(128_000);
    }

    @Test
    void whereTheProviderMayChooseTheDearestModelCounts() {
        String both = """
                {"model":"openai/gpt-6-luna","models":["openai/gpt-6-luna","openai/gpt-6-sol"],"max_tokens":9}""";
        String dear = """
                {"model":"openai/gpt-6-sol","models":["openai/gpt-6-luna","openai/gpt-6-luna"],"max_tokens":9}""";

        assertThat(worst("openrouter", both)).isEqualTo(worst("openrouter", dear));
        assertThat(worst("openrouter", both.replace("gpt-6-sol", "unheard-of"))).isInstanceOf(Unbounded.class);
    }

    @Test
    void severalChoicesCostSeveralTimes() {
        Priced one = (Priced) worst("openrouter", "{\"model\":\"openai/gpt-6-luna\",\"max_tokens\":9,\"n\":1}");
        Priced three = (Priced) worst("openrouter", "{\"model\":\"openai/gpt-6-luna\",\"max_tokens\":9,\"n\":3}");

        assertThat(three.nanoUsd()).isEqualTo(3 * one.nanoUsd());
    }

    @Test
    void whatHasNoPriceHasNoBound() {
        assertThat(worst("anthropic", message("\"max_tokens\":1").replace("claude-opus-5", "claude-99")))
                .isInstanceOf(Unbounded.class);
        assertThat(worst("anthropic", message("\"max_tokens\":1,\"service_tier\":\"warp\"")))
                .isInstanceOf(Unbounded.class);
        assertThat(worst("anthropic", message("\"max_tokens\":1,\"container\":\"c\"")))
                .isInstanceOf(Unbounded.class);
    }

    @Test
    void aFreeRouteIsFreeAndAnUnboundedOneIsNot() {
        Inference scan = scan("anthropic", message("\"max_tokens\":1"));

        assertThat(worstCases.of("anthropic", RouteKind.FREE, scan, NOW)).isEqualTo(new WorstCase.Free());
        assertThat(worstCases.of("anthropic", RouteKind.UNBOUNDED, scan, NOW)).isInstanceOf(Unbounded.class);
    }

    @Property(tries = 300)
    void theLargestMaximumFitsAndOneMoreDoesNot(@ForAll @LongRange(min = 0, max = 20_000_000_000L) long remaining) {
        Inference scan = scan("anthropic", message("\"max_tokens\":640000"));

        OptionalLong largest = worstCases.largestMaxOutput("anthropic", scan, NOW, remaining);

        long fits = largest.orElse(0);
        assertThat(withMaximum(fits + 1)).isGreaterThan(remaining);
        if (fits > 0) {
            assertThat(withMaximum(fits)).isLessThanOrEqualTo(remaining);
        }
    }

    /** A client that does as the message says, and writes the maximum that fits into its body, must be let in. */
    @Property(tries = 100)
    void theLargestMaximumFitsTooWhereNoneWasWritten(@ForAll @LongRange(min = 0, max = 1_000_000_000L) long remaining) {
        String body = "{\"model\":\"openai/gpt-6-sol\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
        OptionalLong largest = worstCases.largestMaxOutput("openrouter", scan("openrouter", body), NOW, remaining);

        largest.ifPresent(maximum -> {
            String followed = body.replaceFirst("\\{", "{\n  \"max_completion_tokens\": " + maximum + ",\n  ");
            assertThat(((Priced) worst("openrouter", followed)).nanoUsd()).isLessThanOrEqualTo(remaining);
        });
    }

    /** Whatever comes of a request within what its bytes and its maximum allow, it costs no more than was set aside. */
    @Property(tries = 500)
    void noOutcomeCostsMoreThanItsWorstCase(
            @ForAll @Size(max = 4) String[] texts,
            @ForAll @IntRange(min = 1, max = 200_000) int maximum,
            @ForAll Cache cache,
            @ForAll Model model,
            @ForAll @IntRange(min = 0, max = 100) int inputShare,
            @ForAll @IntRange(min = 0, max = 100) int outputShare,
            @ForAll @IntRange(min = 0, max = 100) int firstCut,
            @ForAll @IntRange(min = 0, max = 100) int secondCut,
            @ForAll @IntRange(min = 1, max = 300_000) int padding) {
        String body = "{\"model\":\"%s\",\"max_tokens\":%d,%s\"messages\":[%s],\"system\":\"%s\"}"
                .formatted(model.id, maximum, cache.mark, messages(texts), "x".repeat(padding));
        Inference scan = scan(model.provider, body);
        Priced worst = (Priced) worstCases.of(model.provider, RouteKind.PRICED, scan, NOW);

        Tokens outcome = outcome(worst, cache, inputShare, outputShare, firstCut, secondCut);

        ModelPrice price = BOOK.find(model.provider, model.id, NOW).orElseThrow();
        for (String region : model.regions) {
            long cost =
                    price.cost(outcome, 0, new PricingTerms(null, region, null)).orElseThrow();
            assertThat(cost).isLessThanOrEqualTo(worst.nanoUsd());
        }
    }

    enum Cache {
        NONE(""),
        FIVE_MINUTES("\"cache_control\":{\"type\":\"ephemeral\"},"),
        ONE_HOUR("\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"},");

        private final String mark;

        Cache(String mark) {
            this.mark = mark;
        }
    }

    enum Model {
        FLAT("anthropic", "claude-opus-5", new String[] {null, "us", "global"}),
        STEPPED("anthropic", "claude-sonnet-4-5", new String[] {null, "global"}),
        ROUTED("openrouter", "openai/gpt-6-sol", new String[] {null}),
        ROUTED_ANTHROPIC("openrouter", "anthropic/claude-opus-5", new String[] {null});

        private final String provider;
        private final String id;
        private final String[] regions;

        Model(String provider, String id, String[] regions) {
            this.provider = provider;
            this.id = id;
            this.regions = regions;
        }
    }

    private static Tokens outcome(
            Priced worst, Cache cache, int inputShare, int outputShare, int firstCut, int secondCut) {
        long input = worst.inputTokens() * inputShare / 100;
        long read = cache == Cache.NONE ? 0 : input * firstCut / 100;
        long written = cache == Cache.NONE ? 0 : (input - read) * secondCut / 100;
        long hour = cache == Cache.ONE_HOUR ? written : 0;
        long output = worst.outputTokens() * outputShare / 100;
        long reasoning = output * firstCut / 100;
        return new Tokens(input - read - written, read, written - hour, hour, output - reasoning, reasoning, 0, 0, 0);
    }

    private static String messages(String[] texts) {
        StringBuilder messages = new StringBuilder();
        for (String text : texts) {
            String plain = text.replaceAll("[^\\p{L}\\p{N} ]", "");
            messages.append(messages.isEmpty() ? "" : ",")
                    .append("{\"role\":\"user\",\"content\":\"")
                    .append(plain)
                    .append("\"}");
        }
        return messages.toString();
    }

    private long withMaximum(long maximum) {
        return ((Priced) worst("anthropic", message("\"max_tokens\":640000").replace("640000", padded(maximum))))
                .nanoUsd();
    }

    /** As long as the number it stands for, so that the body's bytes stay the same. */
    private static String padded(long maximum) {
        String digits = String.valueOf(maximum);
        return " ".repeat(6 - digits.length()) + digits;
    }

    private static WorstCase worst(WorstCases by, String body) {
        return by.of("anthropic", RouteKind.PRICED, scan("anthropic", body), NOW);
    }

    private WorstCase worst(String provider, String body) {
        return worstCases.of(provider, RouteKind.PRICED, scan(provider, body), NOW);
    }

    private static String message(String members) {
        return "{\"model\":\"claude-opus-5\"," + members + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    }

    private static Inference scan(String provider, String body) {
        Dialect dialect = PROVIDERS.get(provider).dialect().orElseThrow();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (Inference) dialect.routes().getFirst().scan("/", bytes, 0, bytes.length);
    }
}
