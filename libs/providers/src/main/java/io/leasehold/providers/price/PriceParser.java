package io.leasehold.providers.price;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.price.ProviderPrices.Limit;
import io.leasehold.providers.price.ProviderPrices.Model;
import io.leasehold.providers.price.ProviderPrices.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads the prices of one provider and the additions to them. What is not understood fails, naming the model. */
final class PriceParser {
    private static final int FORMAT = 1;
    /** A price per million in USD becomes one per token in pico-USD by the same six digits. */
    private static final int PICO_DIGITS = 6;
    /** A price per thousand in USD becomes one each in pico-USD. */
    private static final int PICO_DIGITS_OF_THOUSANDTH = 9;

    private static final String WEB_SEARCH = "web_search";

    private final JsonNode prices;
    private final JsonNode additions;
    private final List<DerivedPrice> derived;

    PriceParser(JsonNode prices, JsonNode additions) {
        this.prices = prices;
        this.additions = additions;
        this.derived =
                additions.path("derived").valueStream().map(DerivedPrice::parse).toList();
    }

    ProviderPrices parse() {
        requireFormat(prices);
        List<Model> models = new ArrayList<>();
        // Those kept by hand are tried first: they correct the list.
        additions.path("models").valueStream().map(this::model).forEach(models::add);
        prices.path("models").valueStream().map(this::model).forEach(models::add);
        return new ProviderPrices(
                prices.path("provider").textValue(),
                version(),
                prices.path("fallbacks").valueStream().map(JsonNode::textValue).toList(),
                models,
                additions
                        .path("modifiers")
                        .valueStream()
                        .map(PriceParser::modifier)
                        .toList(),
                additions.path("limits").valueStream().map(PriceParser::limit).toList());
    }

    private String version() {
        String base = prices.path("version").textValue();
        if (additions.isEmpty()) {
            return base;
        }
        requireFormat(additions);
        return base + "+" + additions.path("version").textValue();
    }

    private static void requireFormat(JsonNode file) {
        if (file.path("format").intValue() != FORMAT) {
            throw new IllegalArgumentException("Only price files of format " + FORMAT + " are understood.");
        }
    }

    private Model model(JsonNode model) {
        String id = model.path("id").textValue();
        try {
            List<DerivedPrice> applying =
                    derived.stream().filter(rule -> rule.models().matches(id)).toList();
            return new Model(
                    id,
                    MatchParser.parse(model.path("match")),
                    tokens(model.path("context_window")),
                    model.path("periods")
                            .valueStream()
                            .map(period -> period(period, applying))
                            .toList());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new IllegalArgumentException("The price of " + id + " is not understood: " + e.getMessage(), e);
        }
    }

    private static Period period(JsonNode period, List<DerivedPrice> derived) {
        Map<TokenClass, TokenPrice> byClass = new EnumMap<>(TokenClass.class);
        OptionalLong webSearch = OptionalLong.empty();
        for (Map.Entry<String, JsonNode> price : period.path("prices").properties()) {
            if (price.getKey().equals(WEB_SEARCH)) {
                webSearch = OptionalLong.of(pico(price.getValue(), PICO_DIGITS_OF_THOUSANDTH));
            } else {
                byClass.put(TokenClass.of(price.getKey()), tokenPrice(price.getValue()));
            }
        }
        derived.forEach(rule -> rule.addTo(byClass));
        return new Period(from(period.path("from")), byClass, webSearch);
    }

    private static TokenPrice tokenPrice(JsonNode price) {
        if (price.isTextual()) {
            return TokenPrice.flat(pico(price, PICO_DIGITS));
        }
        List<TokenPrice.Step> steps = price.path("above")
                .valueStream()
                .map(step ->
                        new TokenPrice.Step(step.path("tokens").longValue(), pico(step.path("price"), PICO_DIGITS)))
                .toList();
        return new TokenPrice(pico(price.path("base"), PICO_DIGITS), steps);
    }

    /** Exact, or it fails: a price that is finer than what we count in would be wrong in every sum. */
    private static long pico(JsonNode decimal, int digits) {
        return new BigDecimal(decimal.textValue()).movePointRight(digits).longValueExact();
    }

    private static PriceModifier modifier(JsonNode modifier) {
        return new PriceModifier(
                PriceModifier.Dimension.of(modifier.path("dimension").textValue()),
                modifier.path("value").textValue(),
                Factor.of(new BigDecimal(modifier.path("factor").textValue())),
                MatchParser.parse(modifier.path("models")),
                from(modifier.path("effective_from")));
    }

    private static Limit limit(JsonNode limit) {
        return new Limit(
                MatchParser.parse(limit.path("models")),
                new ModelLimits(tokens(limit.path("context_window")), tokens(limit.path("max_output"))));
    }

    private static OptionalLong tokens(JsonNode number) {
        return number.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(number.longValue());
    }

    private static Instant from(JsonNode day) {
        return day.isMissingNode()
                ? Instant.MIN
                : LocalDate.parse(day.textValue()).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
