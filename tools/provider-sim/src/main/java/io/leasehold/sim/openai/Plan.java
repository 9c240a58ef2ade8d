package io.leasehold.sim.openai;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Speed;
import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.openai.OpenAiModel.Kind;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.PrefixCache;
import io.leasehold.sim.prompt.Prompt;
import org.jspecify.annotations.Nullable;

/**
 * What will be answered, by which model and at which price.
 *
 * @param input tokens without output
 */
record Plan(OpenAiModel model, Rate rate, Answer answer, Tokens input) {
    /** @throws OpenAiError when the model is not known or the prompt too long for it */
    static Plan of(InferenceRequest request, Kind kind, ModelCatalog catalog, Prices prices, PrefixCache cache) {
        OpenAiModel model = catalog.get(request.requiredModel(), kind);
        if (request.prompt().tokens() > model.contextWindow()) {
            throw new OpenAiError(OpenAiErrorKind.CONTEXT_LENGTH);
        }
        return new Plan(
                model,
                rate(model, request.serviceTier(), prices),
                answer(request, model),
                input(request, model, cache));
    }

    /** The tier of service that is really used, in the provider's words. */
    String serviceTier() {
        return switch (rate.speed()) {
            case FLEX -> "flex";
            case PRIORITY -> "priority";
            case STANDARD, FAST -> "default";
        };
    }

    private static Rate rate(OpenAiModel model, @Nullable String tier, Prices prices) {
        Speed asked = switch (tier == null ? "auto" : tier) {
            case "auto", "default", "scale" -> Speed.STANDARD;
            case "flex" -> Speed.FLEX;
            case "priority", "fast" -> Speed.PRIORITY;
            default -> throw OpenAiError.invalid("Invalid value for 'service_tier'.");
        };
        return prices.of(model, asked);
    }

    private static Answer answer(InferenceRequest request, OpenAiModel model) {
        if (model.kind() == Kind.EMBEDDING) {
            return new Answer("", 0, false);
        }
        Integer asked = request.maxTokens();
        int most = asked == null ? model.maxOutput() : Math.min(asked, model.maxOutput());
        return Answer.to(request.prompt(), most);
    }

    /** Nobody has to ask for caching; where writing is not billed, what is written is plain input. */
    private static Tokens input(InferenceRequest request, OpenAiModel model, PrefixCache cache) {
        Prompt prompt = request.prompt();
        if (model.kind() == Kind.EMBEDDING) {
            return new Tokens(prompt.tokens(), 0, 0, 0, 0);
        }
        Tokens used = cache.unasked(model.id(), prompt);
        return model.billsCacheWrites() ? used : used.withFreeWrites();
    }
}
