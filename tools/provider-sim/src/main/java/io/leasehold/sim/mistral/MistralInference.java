package io.leasehold.sim.mistral;

import io.leasehold.sim.answer.Completion;
import io.leasehold.sim.answer.InferenceApi;
import io.leasehold.sim.answer.InferenceCall;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.prompt.PrefixCache;
import io.leasehold.sim.provider.World;
import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.function.Predicate;

/** What chats, completions in the middle and embeddings have in common. */
final class MistralInference implements InferenceApi<MistralError> {
    static final String ID_PREFIX = "cmpl-";
    private static final int ID_CHARACTERS = 32;
    private static final int REQUESTS_A_MINUTE = 360;

    private final World world;
    private final MistralCalls calls;
    private final ModelCatalog catalog;
    private final PrefixCache cache;
    private final Predicate<MistralModel> fit;
    private final Form form;

    /** Gives what is planned the form of one API. */
    @FunctionalInterface
    interface Form {
        /** @param suffix of the answer's id */
        Completion<MistralError> of(InferenceCall call, String suffix, Plan plan);
    }

    /** @param fit which models this API takes */
    MistralInference(
            World world,
            MistralCalls calls,
            ModelCatalog catalog,
            PrefixCache cache,
            Predicate<MistralModel> fit,
            Form form) {
        this.world = world;
        this.calls = calls;
        this.catalog = catalog;
        this.cache = cache;
        this.fit = fit;
        this.form = form;
    }

    static String idSuffix(long serial) {
        return Serial.spell("", serial, ID_CHARACTERS);
    }

    @Override
    public SimKey caller(Exchange exchange) {
        return calls.inferenceKey(exchange);
    }

    @Override
    public Optional<MistralError> ordered(Fault fault) {
        return calls.errors().ordered(fault);
    }

    @Override
    public Completion<MistralError> complete(InferenceCall call) {
        MistralModel model = catalog.get(call.request().requiredModel(), fit);
        Plan plan = Plan.of(call.request(), model, world.prices(), cache);
        rateLimits(call.exchange().response().headers(), plan.input().totalInput());
        return form.of(call, idSuffix(call.exchange().serial()), plan);
    }

    /** The limits are stated, not enforced: a refusal is ordered as a fault. */
    private static void rateLimits(MultiMap headers, long inputTokens) {
        long left = Math.max(0, LimitsEndpoint.TOKENS_A_MINUTE - inputTokens);
        headers.add("x-ratelimit-limit-req-minute", Integer.toString(REQUESTS_A_MINUTE))
                .add("x-ratelimit-remaining-req-minute", Integer.toString(REQUESTS_A_MINUTE - 1))
                .add("x-ratelimit-limit-tokens-minute", Long.toString(LimitsEndpoint.TOKENS_A_MINUTE))
                .add("x-ratelimit-remaining-tokens-minute", Long.toString(left))
                .add("x-ratelimit-tokens-query-cost", Long.toString(inputTokens));
    }
}
