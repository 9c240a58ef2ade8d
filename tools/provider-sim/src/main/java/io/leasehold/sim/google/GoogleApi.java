package io.leasehold.sim.google;

import io.leasehold.sim.answer.InferenceEndpoint;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Routes;
import io.leasehold.sim.key.SecretFormat;
import io.leasehold.sim.provider.SimulatedProvider;
import io.leasehold.sim.provider.World;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Google under {@code /google}: what is on four hosts there, the Gemini API, the API Keys API, Cloud Monitoring and OAuth. */
public final class GoogleApi implements SimulatedProvider {
    private static final String KEYS = "/v2/projects/{project}/locations/global/keys";
    private static final String KEY = KEYS + "/{key}";

    private final World world;
    private final GoogleCalls calls;
    private final GoogleSecrets secrets = new GoogleSecrets();
    private final Routes routes = new Routes();
    private final ModelsEndpoint models;
    private final InferenceEndpoint<GoogleError> inference;

    public GoogleApi(World world) {
        this.world = world;
        this.calls = new GoogleCalls(world);
        ModelCatalog catalog = new ModelCatalog();
        this.models = new ModelsEndpoint(calls, catalog);
        this.inference = new InferenceEndpoint<>(world, calls.guard(), new GoogleInference(world, calls, catalog));
        route();
    }

    @Override
    public String mount() {
        return "/google";
    }

    @Override
    public SecretFormat secrets() {
        return secrets;
    }

    @Override
    public Set<String> errorKinds() {
        return GoogleErrorKind.ALL.names();
    }

    @Override
    public String answerId(long serial) {
        return GoogleInference.answerId(serial);
    }

    @Override
    public void answer(HttpServerRequest request, String path) {
        routes.answer(
                request, path, world.serial().next(), calls.guard(), () -> new GoogleError(GoogleErrorKind.NOT_FOUND));
    }

    private void route() {
        KeysEndpoint keys = new KeysEndpoint(world, calls, secrets);
        models("/v1beta");
        models("/v1");
        routes.on(HttpMethod.POST, "/token", new TokenEndpoint(world, calls)::answer)
                .on(HttpMethod.GET, "/v2/keys:lookupKey", keys::lookUp)
                .on(HttpMethod.GET, "/v2/operations/{operation}", keys::operation)
                .on(HttpMethod.GET, "/v3/projects/{project}/timeSeries", new MonitoringEndpoint(world, calls)::list)
                .on(HttpMethod.GET, KEYS, keys::list)
                .on(HttpMethod.POST, KEYS, keys::create)
                .on(HttpMethod.GET, KEY, keys::get)
                .on(HttpMethod.PATCH, KEY, keys::update)
                .on(HttpMethod.DELETE, KEY, keys::delete)
                .on(HttpMethod.POST, KEY, keys::undelete)
                .on(HttpMethod.GET, KEY + "/keyString", keys::tell);
    }

    /** What is simulated is the same in every version. */
    private void models(String version) {
        String all = version + "/models";
        String one = all + "/{" + ModelCall.VARIABLE + "}";
        routes.on(HttpMethod.GET, all, models::list)
                .on(HttpMethod.GET, one, models::get)
                .on(HttpMethod.POST, one, this::call);
    }

    private void call(Exchange exchange) {
        switch (ModelCall.of(exchange).call()) {
            case "generateContent", "streamGenerateContent", "embedContent", "batchEmbedContents" ->
                inference.answer(exchange);
            case "countTokens" -> models.count(exchange);
            default -> throw new GoogleError(GoogleErrorKind.NOT_FOUND);
        }
    }
}
