package io.leasehold.sim.anthropic;

import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.Geo;
import io.leasehold.sim.ledger.PriceTable;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Speed;
import io.leasehold.sim.prompt.InferenceRequest;
import org.jspecify.annotations.Nullable;

/** What a request for a message must keep to. */
final class MessageRules {
    private static final int MARKS_AT_MOST = 4;
    private static final String FAST_BETA = "fast-mode-2026-02-01";

    private final ModelCatalog catalog;
    private final PriceTable prices;

    MessageRules(ModelCatalog catalog, PriceTable prices) {
        this.catalog = catalog;
        this.prices = prices;
    }

    /**
     * @return what the request will be billed by
     * @throws AnthropicError when it breaks a rule
     */
    Rate check(InferenceRequest request, @Nullable String betas) {
        AnthropicModel model = catalog.get(request.requiredModel());
        if (request.requiredMaxTokens() > model.maxTokens()) {
            throw AnthropicError.invalid("max_tokens: " + request.maxTokens() + " > " + model.maxTokens()
                    + ", which is the maximum allowed number of output tokens for " + model.id());
        }
        requireFits(request, model);
        requireFewMarks(request);
        return prices.find(
                        Provider.ANTHROPIC,
                        model.id(),
                        speed(request.speed(), betas),
                        geo(request.inferenceGeo(), model))
                .orElseThrow(() -> AnthropicError.invalid("speed: fast mode is not available for " + model.id()));
    }

    private static void requireFits(InferenceRequest request, AnthropicModel model) {
        int tokens = request.prompt().tokens();
        if (tokens > model.maxInputTokens()) {
            throw AnthropicError.invalid(
                    "prompt is too long: " + tokens + " tokens > " + model.maxInputTokens() + " maximum");
        }
    }

    private static void requireFewMarks(InferenceRequest request) {
        long marks = request.prompt().marks();
        if (marks > MARKS_AT_MOST) {
            throw AnthropicError.invalid("A maximum of " + MARKS_AT_MOST
                    + " blocks with cache_control may be provided. Found " + marks + ".");
        }
    }

    private static Speed speed(@Nullable String speed, @Nullable String betas) {
        if (speed == null || speed.equals("standard")) {
            return Speed.STANDARD;
        }
        if (!speed.equals("fast")) {
            throw AnthropicError.invalid("speed: Input should be 'standard' or 'fast'");
        }
        if (betas == null || !betas.contains(FAST_BETA)) {
            throw AnthropicError.invalid("speed: Extra inputs are not permitted");
        }
        return Speed.FAST;
    }

    private Geo geo(@Nullable String geo, AnthropicModel model) {
        if (!prices.hasPlaces(Provider.ANTHROPIC, model.id())) {
            if (geo != null) {
                throw AnthropicError.invalid("inference_geo: not supported by " + model.id());
            }
            return Geo.NOT_AVAILABLE;
        }
        if (geo == null || geo.equals("global")) {
            return Geo.GLOBAL;
        }
        if (!geo.equals("us")) {
            throw AnthropicError.invalid("inference_geo: Input should be 'global' or 'us'");
        }
        return Geo.US;
    }
}
