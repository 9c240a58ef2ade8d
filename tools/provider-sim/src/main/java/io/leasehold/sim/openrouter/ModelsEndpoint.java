package io.leasehold.sim.openrouter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.Geo;
import io.leasehold.sim.ledger.PriceTable;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Speed;
import io.leasehold.sim.ledger.TokenClass;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /models}, open to everyone. */
final class ModelsEndpoint {
    private final ModelCatalog catalog;
    private final PriceTable prices;

    ModelsEndpoint(ModelCatalog catalog, PriceTable prices) {
        this.catalog = catalog;
        this.prices = prices;
    }

    record ModelView(
            String id,
            String canonicalSlug,
            String name,
            long created,
            int contextLength,
            Map<String, String> pricing,
            TopProvider topProvider) {}

    record TopProvider(
            int contextLength,
            int maxCompletionTokens,
            @JsonProperty("is_moderated") boolean moderated) {}

    void list(Exchange exchange) {
        exchange.json(200, new Envelope(catalog.list().stream().map(this::view).toList()));
    }

    private ModelView view(OpenRouterModel model) {
        return new ModelView(
                model.id(),
                model.canonicalSlug(),
                model.name(),
                model.created(),
                model.contextLength(),
                pricing(prices.find(Provider.OPENROUTER, model.id(), Speed.STANDARD, Geo.GLOBAL)
                        .orElseThrow()),
                new TopProvider(model.contextLength(), model.maxCompletionTokens(), model.moderated()));
    }

    /** Strings in dollars per token; cache prices only where they differ from the plain input's. */
    private static Map<String, String> pricing(Rate rate) {
        Map<String, String> pricing = new LinkedHashMap<>();
        String prompt = price(rate, TokenClass.INPUT);
        pricing.put("prompt", prompt);
        pricing.put("completion", price(rate, TokenClass.OUTPUT));
        pricing.put("request", "0");
        pricing.put("image", "0");
        putIfOther(pricing, "input_cache_read", price(rate, TokenClass.CACHE_READ), prompt);
        putIfOther(pricing, "input_cache_write", price(rate, TokenClass.CACHE_WRITE_5M), prompt);
        putIfOther(pricing, "input_cache_write_1h", price(rate, TokenClass.CACHE_WRITE_1H), prompt);
        return pricing;
    }

    private static void putIfOther(Map<String, String> pricing, String name, String price, String prompt) {
        if (!price.equals(prompt)) {
            pricing.put(name, price);
        }
    }

    private static String price(Rate rate, TokenClass tokenClass) {
        return rate.perToken(tokenClass).stripTrailingZeros().toPlainString();
    }
}
