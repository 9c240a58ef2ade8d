package io.leasehold.providers.price;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;

/** A price that a list leaves out, because it follows from another one of the same model. */
record DerivedPrice(TokenClass tokenClass, TokenClass of, Factor factor, ModelMatch models) {

    static DerivedPrice parse(JsonNode rule) {
        return new DerivedPrice(
                TokenClass.of(rule.path("class").textValue()),
                TokenClass.of(rule.path("of").textValue()),
                Factor.of(new BigDecimal(rule.path("factor").textValue())),
                MatchParser.parse(rule.path("models")));
    }

    /** Adds the price where the list has none. */
    void addTo(Map<TokenClass, TokenPrice> prices) {
        TokenPrice origin = prices.get(of);
        if (origin != null) {
            prices.computeIfAbsent(tokenClass, absent -> origin.times(factor));
        }
    }
}
