package io.leasehold.sim.google;

import io.leasehold.sim.answer.Completion;
import io.leasehold.sim.answer.InferenceApi;
import io.leasehold.sim.answer.InferenceCall;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.google.GoogleModel.Kind;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.PrefixCache;
import io.leasehold.sim.provider.World;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What is called of a model behind a colon in the path: generateContent, streamed or not, and embeddings. */
final class GoogleInference implements InferenceApi<GoogleError> {
    private static final int ID_CHARACTERS = 22;

    private final World world;
    private final GoogleCalls calls;
    private final ModelCatalog catalog;
    private final PrefixCache cache;

    GoogleInference(World world, GoogleCalls calls, ModelCatalog catalog) {
        this.world = world;
        this.calls = calls;
        this.catalog = catalog;
        this.cache = new PrefixCache(world.clock());
    }

    static String answerId(long serial) {
        return Serial.spell("", serial, ID_CHARACTERS);
    }

    @Override
    public SimKey caller(Exchange exchange) {
        return calls.inferenceKey(exchange);
    }

    @Override
    public Optional<GoogleError> ordered(Fault fault) {
        return calls.errors().ordered(fault);
    }

    @Override
    public InferenceRequest read(Exchange exchange, Buffer body) {
        ModelCall call = ModelCall.of(exchange);
        return GoogleRequest.read(call.model(), call.streams(), body).request();
    }

    @Override
    public Completion<GoogleError> complete(InferenceCall inference) {
        Exchange exchange = inference.exchange();
        ModelCall call = ModelCall.of(exchange);
        GoogleModel model = catalog.get(call.model(), call.embeds() ? Kind.EMBEDDING : Kind.CONTENT);
        GoogleRequest request = GoogleRequest.read(call.model(), call.streams(), inference.body());
        Plan plan = Plan.of(request, model, world.prices(), cache);
        if (call.embeds()) {
            return new EmbeddingAnswer(plan, request.request(), call.is("batchEmbedContents"));
        }
        boolean sse = exchange.query().one("alt").filter("sse"::equals).isPresent();
        return new ContentAnswer(plan, answerId(exchange.serial()), sse);
    }
}
