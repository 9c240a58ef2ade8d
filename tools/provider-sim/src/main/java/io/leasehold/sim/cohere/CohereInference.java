package io.leasehold.sim.cohere;

import io.leasehold.sim.answer.Completion;
import io.leasehold.sim.answer.InferenceApi;
import io.leasehold.sim.answer.InferenceCall;
import io.leasehold.sim.cohere.CohereModel.Endpoint;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.provider.World;
import java.util.Optional;

/** What chat, embed and rerank have in common. */
final class CohereInference implements InferenceApi<CohereError> {
    private final World world;
    private final CohereCalls calls;
    private final ModelCatalog catalog;
    private final Endpoint endpoint;

    CohereInference(World world, CohereCalls calls, ModelCatalog catalog, Endpoint endpoint) {
        this.world = world;
        this.calls = calls;
        this.catalog = catalog;
        this.endpoint = endpoint;
    }

    @Override
    public SimKey caller(Exchange exchange) {
        return calls.key(exchange);
    }

    @Override
    public Optional<CohereError> ordered(Fault fault) {
        return calls.errors().ordered(fault);
    }

    @Override
    public Completion<CohereError> complete(InferenceCall call) {
        InferenceRequest request = call.request();
        if (request.stream() && endpoint != Endpoint.CHAT) {
            throw new CohereError(CohereErrorKind.INVALID_REQUEST, "unknown field: parameter 'stream'");
        }
        Plan plan = Plan.of(request, catalog.get(request.requiredModel(), endpoint), world.prices());
        String id = CohereApi.id(call.exchange().serial());
        return switch (endpoint) {
            case CHAT -> new ChatAnswer(id, plan);
            case EMBED -> new EmbedAnswer(id, plan, request);
            case RERANK -> new RerankAnswer(id, plan, request);
        };
    }
}
