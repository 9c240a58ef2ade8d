package io.leasehold.sim.google;

import io.leasehold.sim.answer.Answer;
import io.leasehold.sim.google.GoogleModel.Kind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.Geo;
import io.leasehold.sim.ledger.PriceTable;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Speed;
import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.PrefixCache;
import io.leasehold.sim.prompt.TokenCount;
import org.jspecify.annotations.Nullable;

/**
 * What will be answered, by which model and at which price.
 *
 * @param answer thoughts first; each is a token of output
 * @param thoughts how many tokens of the answer are thoughts
 * @param input tokens without output
 */
record Plan(GoogleModel model, Rate rate, Answer answer, int thoughts, boolean tellsThoughts, Tokens input) {
    /** Shorter prompts are not cached. */
    private static final int LEAST_CACHED = 1024;

    private static final String THOUGHT = "hmm ";

    static Plan of(GoogleRequest call, GoogleModel model, PriceTable prices, PrefixCache cache) {
        InferenceRequest request = call.request();
        if (request.prompt().tokens() > model.contextWindow()) {
            throw GoogleError.invalid("The input token count exceeds the maximum number of tokens allowed ("
                    + model.contextWindow() + ").");
        }
        Rate rate = rate(model, request.serviceTier(), prices);
        if (model.kind() == Kind.EMBEDDING) {
            Tokens all = new Tokens(request.prompt().tokens(), 0, 0, 0, 0);
            return new Plan(model, rate, new Answer("", 0, false), 0, false, all);
        }
        int most = most(request.maxTokens(), model);
        int thoughts = model.thinks() ? Math.min(call.thinkingBudget(), most) : 0;
        Answer said = Answer.to(request.prompt(), most - thoughts);
        Answer all =
                new Answer(THOUGHT.repeat(thoughts) + said.text(), thoughts + said.tokens(), said.cut(), said.tool());
        return new Plan(model, rate, all, thoughts, call.includeThoughts(), input(request, model, cache));
    }

    String serviceTier() {
        return rate.speed().wireName();
    }

    boolean calls() {
        return answer.tool() != null;
    }

    String finishReason() {
        return answer.cut() ? "MAX_TOKENS" : "STOP";
    }

    String thoughtsText() {
        return answer.text().substring(0, thoughts * TokenCount.BYTES_PER_TOKEN);
    }

    String text() {
        return answer.text().substring(thoughts * TokenCount.BYTES_PER_TOKEN);
    }

    private static int most(@Nullable Integer asked, GoogleModel model) {
        return asked == null ? model.maxOutput() : Math.min(asked, model.maxOutput());
    }

    /** A tier that the model does not have is served as usual. */
    private static Rate rate(GoogleModel model, @Nullable String tier, PriceTable prices) {
        Speed asked = switch (tier == null ? "unspecified" : tier) {
            case "unspecified", "standard" -> Speed.STANDARD;
            case "flex" -> Speed.FLEX;
            case "priority" -> Speed.PRIORITY;
            default -> throw GoogleError.invalid("Invalid value at 'service_tier'.");
        };
        return prices.find(Provider.GOOGLE, model.id(), asked, Geo.GLOBAL)
                .or(() -> prices.find(Provider.GOOGLE, model.id(), Speed.STANDARD, Geo.GLOBAL))
                .orElseThrow();
    }

    /** Nobody has to ask for caching, and writing is not billed. */
    private static Tokens input(InferenceRequest request, GoogleModel model, PrefixCache cache) {
        if (request.prompt().tokens() < LEAST_CACHED) {
            return new Tokens(request.prompt().tokens(), 0, 0, 0, 0);
        }
        Tokens used = cache.use(model.id(), request.prompt().cached());
        return new Tokens(used.input() + used.cacheWrite(), used.cacheRead(), 0, 0, 0);
    }
}
