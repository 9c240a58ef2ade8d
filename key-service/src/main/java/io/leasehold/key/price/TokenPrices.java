package io.leasehold.key.price;

import io.leasehold.contracts.event.PriceOverridesView.Prices;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What each class of tokens costs. */
@Schema(name = "TokenPrices", description = "USD per million tokens of each class; null where nothing is said")
record TokenPrices(
        @Schema(description = "Input that comes from no cache", examples = "4") @Nullable
        BigDecimal input,

        @Schema(description = "Input read from a cache", examples = "0.4") @Nullable
        BigDecimal cacheRead,

        @Schema(description = "Input written to a cache that lives five minutes", examples = "5") @Nullable
        BigDecimal cacheWrite5m,

        @Schema(description = "Input written to a cache that lives an hour", examples = "8") @Nullable
        BigDecimal cacheWrite1h,

        @Schema(description = "Output", examples = "20") @Nullable
        BigDecimal output,

        @Schema(description = "Reasoning", examples = "20") @Nullable
        BigDecimal reasoning,

        @Schema(description = "Audio that goes in", examples = "32") @Nullable
        BigDecimal audioIn,

        @Schema(description = "Audio that comes out", examples = "64") @Nullable
        BigDecimal audioOut,

        @Schema(description = "Images that go in", examples = "4") @Nullable
        BigDecimal image,

        @Schema(description = "Searches of the web that the provider runs, USD per thousand", examples = "10") @Nullable
        BigDecimal webSearch) {

    /** What a token costs is counted in millionths of a millionth of a dollar. */
    private static final int MOST_DECIMALS = 6;

    private static final int MOST_DECIMALS_OF_SEARCHES = 9;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    static TokenPrices of(Prices prices) {
        return new TokenPrices(
                prices.input(),
                prices.cacheRead(),
                prices.cacheWrite5m(),
                prices.cacheWrite1h(),
                prices.output(),
                prices.reasoning(),
                prices.audioIn(),
                prices.audioOut(),
                prices.image(),
                prices.webSearch());
    }

    /** @throws InvalidRequestProblem naming the first that can't be a price */
    Prices checked() {
        Map<String, BigDecimal> said = said();
        if (said.isEmpty()) {
            throw new InvalidRequestProblem("prices", "must say at least one price");
        }
        said.forEach(TokenPrices::check);
        return new Prices(
                input, cacheRead, cacheWrite5m, cacheWrite1h, output, reasoning, audioIn, audioOut, image, webSearch);
    }

    /** Those that are said, by their name. */
    Map<String, BigDecimal> said() {
        Map<String, @Nullable BigDecimal> all = new LinkedHashMap<>();
        all.put("input", input);
        all.put("cache_read", cacheRead);
        all.put("cache_write5m", cacheWrite5m);
        all.put("cache_write1h", cacheWrite1h);
        all.put("output", output);
        all.put("reasoning", reasoning);
        all.put("audio_in", audioIn);
        all.put("audio_out", audioOut);
        all.put("image", image);
        all.put("web_search", webSearch);
        Map<String, BigDecimal> said = new LinkedHashMap<>();
        all.forEach((name, price) -> {
            if (price != null) {
                said.put(name, price);
            }
        });
        return said;
    }

    private static void check(String name, BigDecimal price) {
        String field = "prices." + name;
        int most = name.equals("web_search") ? MOST_DECIMALS_OF_SEARCHES : MOST_DECIMALS;
        if (price.signum() < 0) {
            throw new InvalidRequestProblem(field, "must not be below 0");
        }
        if (price.compareTo(MOST) > 0) {
            throw new InvalidRequestProblem(field, "must be at most " + MOST.toPlainString());
        }
        if (price.stripTrailingZeros().scale() > most) {
            throw new InvalidRequestProblem(field, "must have at most " + most + " decimals");
        }
    }
}
