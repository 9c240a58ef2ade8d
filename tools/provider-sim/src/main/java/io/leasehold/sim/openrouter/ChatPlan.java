package io.leasehold.sim.openrouter;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.Geo;
import io.leasehold.sim.ledger.NanoUsd;
import io.leasehold.sim.ledger.PriceTable;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Speed;
import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.Prompt;

/**
 * What is known of a completion before it is let in.
 *
 * @param worstCase all input at its dearest, and as much output as the caller allows
 */
record ChatPlan(OpenRouterModel model, Rate rate, Answer answer, NanoUsd worstCase) {

    /** @throws OpenRouterError when the model is not known or the prompt too long for it */
    static ChatPlan of(InferenceRequest request, ModelCatalog catalog, PriceTable prices) {
        OpenRouterModel model = catalog.get(request.requiredModel());
        requireFits(request.prompt(), model);
        Rate rate = prices.find(Provider.OPENROUTER, model.id(), Speed.STANDARD, Geo.GLOBAL)
                .orElseThrow();
        int maximum = maximum(request, model);
        Answer answer = Answer.to(request.prompt(), maximum);
        int mostOutput = request.maxTokens() == null ? answer.tokens() : maximum;
        return new ChatPlan(model, rate, answer, worstCase(request.prompt(), mostOutput, rate));
    }

    private static void requireFits(Prompt prompt, OpenRouterModel model) {
        int tokens = prompt.tokens();
        if (tokens > model.contextLength()) {
            throw OpenRouterError.invalid("This endpoint's maximum context length is " + model.contextLength()
                    + " tokens. However, you requested about " + tokens + " tokens.");
        }
    }

    /** More than the model gives is asked for in vain. */
    private static int maximum(InferenceRequest request, OpenRouterModel model) {
        Integer asked = request.maxTokens();
        return asked == null ? model.maxCompletionTokens() : Math.min(asked, model.maxCompletionTokens());
    }

    private static NanoUsd worstCase(Prompt prompt, int output, Rate rate) {
        int input = prompt.tokens();
        NanoUsd fresh = rate.cost(new Tokens(input, 0, 0, 0, output));
        NanoUsd written = rate.cost(new Tokens(0, 0, 0, input, output));
        return prompt.marks() > 0 && written.nanos() > fresh.nanos() ? written : fresh;
    }
}
