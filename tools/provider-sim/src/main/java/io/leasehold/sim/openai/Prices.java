package io.leasehold.sim.openai;

import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.Geo;
import io.leasehold.sim.ledger.PriceTable;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Speed;

/** The prices of one of those who have these models. */
record Prices(PriceTable table, Provider provider) {

    /** A tier that the model does not have is served as usual. */
    Rate of(OpenAiModel model, Speed asked) {
        return table.find(provider, model.id(), asked, Geo.GLOBAL)
                .or(() -> table.find(provider, model.id(), Speed.STANDARD, Geo.GLOBAL))
                .orElseThrow(() -> new OpenAiError(
                        OpenAiErrorKind.MODEL_NOT_FOUND, "The model '" + model.id() + "' does not exist here."));
    }
}
