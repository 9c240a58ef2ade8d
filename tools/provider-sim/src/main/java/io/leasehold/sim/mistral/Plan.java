package io.leasehold.sim.mistral;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.Geo;
import io.leasehold.sim.ledger.PriceTable;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Speed;
import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.PrefixCache;

/**
 * What will be answered, by which model and at which price.
 *
 * @param input tokens without output
 */
record Plan(MistralModel model, Rate rate, Answer answer, Tokens input) {

    /** @throws MistralError when the prompt is too long for the model */
    static Plan of(InferenceRequest request, MistralModel model, PriceTable prices, PrefixCache cache) {
        int asked = request.prompt().tokens();
        if (asked > model.contextWindow()) {
            throw MistralError.unprocessable(
                    "Prompt contains %d tokens, too large for model with %d maximum context length"
                            .formatted(asked, model.contextWindow()));
        }
        Rate rate = prices.find(Provider.MISTRAL, model.id(), Speed.STANDARD, Geo.GLOBAL)
                .orElseThrow();
        return model.embeds()
                ? new Plan(model, rate, new Answer("", 0, false), new Tokens(asked, 0, 0, 0, 0))
                : new Plan(
                        model,
                        rate,
                        answer(request, model),
                        cache.unasked(model.id(), request.prompt()).withFreeWrites());
    }

    private static Answer answer(InferenceRequest request, MistralModel model) {
        Integer most = request.maxTokens();
        int window = model.contextWindow();
        return Answer.to(request.prompt(), most == null ? window : Math.min(most, window));
    }
}
