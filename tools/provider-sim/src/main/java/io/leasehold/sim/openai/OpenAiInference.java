package io.leasehold.sim.openai;

import io.leasehold.sim.answer.Completion;
import io.leasehold.sim.answer.InferenceApi;
import io.leasehold.sim.answer.InferenceCall;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.openai.OpenAiModel.Kind;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.PrefixCache;
import io.leasehold.sim.provider.World;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What Chat Completions, Responses and Embeddings have in common. */
final class OpenAiInference implements InferenceApi<OpenAiError> {
    private static final int ID_CHARACTERS = 29;
    private static final int REQUESTS = 5000;
    private static final int TOKENS = 2_000_000;

    private final World world;
    private final OpenAiSide side;
    private final ModelCatalog catalog;
    private final PrefixCache cache;
    private final Kind kind;
    private final Form form;

    /** Gives what is planned the form of one API. */
    @FunctionalInterface
    interface Form {
        /**
         * @param suffix of the answer's id
         * @param filtered whether it says what filters of content found
         */
        Completion<OpenAiError> of(InferenceCall call, String suffix, Plan plan, boolean filtered);
    }

    OpenAiInference(World world, OpenAiSide side, ModelCatalog catalog, PrefixCache cache, Kind kind, Form form) {
        this.world = world;
        this.side = side;
        this.catalog = catalog;
        this.cache = cache;
        this.kind = kind;
        this.form = form;
    }

    /** What every answer's id ends with, whatever API gave it. */
    static String idSuffix(long serial) {
        return Serial.spell("", serial, ID_CHARACTERS);
    }

    @Override
    public SimKey caller(Exchange exchange) {
        return side.inferenceKey(exchange);
    }

    @Override
    public Optional<OpenAiError> ordered(Fault fault) {
        return side.ordered(fault);
    }

    @Override
    public InferenceRequest read(Exchange exchange, Buffer body) {
        return side.read(exchange, body);
    }

    @Override
    public Completion<OpenAiError> complete(InferenceCall call) {
        Plan plan = Plan.of(call.request(), kind, catalog, new Prices(world.prices(), side.provider()), cache);
        rateLimits(call.exchange().response().headers(), plan.input().totalInput());
        return form.of(call, idSuffix(call.exchange().serial()), plan, side.filtersContent());
    }

    /** The limits are stated, not enforced: a refusal is ordered as a fault. */
    private static void rateLimits(MultiMap headers, long inputTokens) {
        headers.add("openai-processing-ms", "12")
                .add("x-ratelimit-limit-requests", Integer.toString(REQUESTS))
                .add("x-ratelimit-remaining-requests", Integer.toString(REQUESTS - 1))
                .add("x-ratelimit-reset-requests", "12ms")
                .add("x-ratelimit-limit-tokens", Integer.toString(TOKENS))
                .add("x-ratelimit-remaining-tokens", Long.toString(Math.max(0, TOKENS - inputTokens)))
                .add("x-ratelimit-reset-tokens", "6m0s");
    }
}
