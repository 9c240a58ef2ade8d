package io.leasehold.sim.cohere;

import io.leasehold.sim.answer.InferenceEndpoint;
import io.leasehold.sim.cohere.CohereModel.Endpoint;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Routes;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.SecretFormat;
import io.leasehold.sim.provider.SimulatedProvider;
import io.leasehold.sim.provider.World;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Cohere under {@code /cohere}. It has nothing to administer keys with. */
public final class CohereApi implements SimulatedProvider {
    private static final String ORGANIZATION = "6e0ea5d0-9a2b-4f3f-8f60-2a7f3a2f4b11";
    private static final String OWNER = "e1b20000-0000-4000-8000-000000000001";
    private static final int ID_CHARACTERS = 32;

    private final World world;
    private final CohereCalls calls;
    private final CohereSecrets secrets = new CohereSecrets();
    private final ModelCatalog catalog = new ModelCatalog();
    private final Routes routes = new Routes();

    public CohereApi(World world) {
        this.world = world;
        this.calls = new CohereCalls(world);
        ModelsEndpoint models = new ModelsEndpoint(calls, catalog);
        routes.on(HttpMethod.POST, "/v2/chat", inference(Endpoint.CHAT)::answer)
                .on(HttpMethod.POST, "/v2/embed", inference(Endpoint.EMBED)::answer)
                .on(HttpMethod.POST, "/v2/rerank", inference(Endpoint.RERANK)::answer)
                .on(HttpMethod.GET, "/v1/models", models::list)
                .on(HttpMethod.GET, "/v1/models/{model}", models::get)
                .on(HttpMethod.POST, "/v1/check-api-key", this::check);
    }

    record Checked(boolean valid, String organizationId, String ownerId) {}

    /** What a call and its answer are called. */
    static String id(long serial) {
        return Serial.spell("", serial, ID_CHARACTERS);
    }

    @Override
    public String mount() {
        return "/cohere";
    }

    @Override
    public SecretFormat secrets() {
        return secrets;
    }

    @Override
    public Set<String> errorKinds() {
        return CohereErrorKind.ALL.names();
    }

    @Override
    public String answerId(long serial) {
        return id(serial);
    }

    @Override
    public void answer(HttpServerRequest request, String path) {
        long serial = world.serial().next();
        routes.answer(request, path, serial, calls.guard(), () -> new CohereError(CohereErrorKind.NOT_FOUND));
    }

    private void check(Exchange exchange) {
        calls.withKey(exchange, () -> exchange.json(200, new Checked(true, ORGANIZATION, OWNER)));
    }

    private InferenceEndpoint<CohereError> inference(Endpoint endpoint) {
        return new InferenceEndpoint<>(world, calls.guard(), new CohereInference(world, calls, catalog, endpoint));
    }
}
