package io.leasehold.sim.openrouter;

import io.leasehold.sim.answer.InferenceEndpoint;
import io.leasehold.sim.http.Routes;
import io.leasehold.sim.key.SecretFormat;
import io.leasehold.sim.provider.SimulatedProvider;
import io.leasehold.sim.provider.World;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** OpenRouter under {@code /openrouter/api/v1}: its paths. */
public final class OpenRouterApi implements SimulatedProvider {
    private static final String ONE_KEY = "/keys/{hash}";

    private final World world;
    private final OpenRouterCalls calls;
    private final SecretFormat secrets = new OpenRouterSecrets();
    private final Routes routes = new Routes();

    public OpenRouterApi(World world) {
        this.world = world;
        this.calls = new OpenRouterCalls(world);
        ModelCatalog catalog = new ModelCatalog();
        KeyUsage usage = new KeyUsage(world.ledger(), world.clock());
        routeInference(catalog, usage);
        routeKeys(usage);
        routeAccount(catalog, usage);
    }

    @Override
    public String mount() {
        return "/openrouter/api/v1";
    }

    @Override
    public SecretFormat secrets() {
        return secrets;
    }

    @Override
    public Set<String> errorKinds() {
        return OpenRouterErrorKind.ALL.names();
    }

    @Override
    public String answerId(long serial) {
        return GenerationEndpoint.generationId(serial);
    }

    @Override
    public void answer(HttpServerRequest request, String path) {
        routes.answer(
                request,
                path,
                world.serial().next(),
                calls.guard(),
                () -> new OpenRouterError(OpenRouterErrorKind.NOT_FOUND));
    }

    private void routeInference(ModelCatalog catalog, KeyUsage usage) {
        InferenceEndpoint<OpenRouterError> chat =
                new InferenceEndpoint<>(world, calls.guard(), new ChatApi(world, calls, catalog, usage));
        GenerationEndpoint generation = new GenerationEndpoint(world, calls, catalog);
        ModelsEndpoint models = new ModelsEndpoint(catalog, world.prices());
        routes.on(HttpMethod.POST, "/chat/completions", chat::answer)
                .on(HttpMethod.GET, "/generation", generation::get)
                .on(HttpMethod.GET, "/models", models::list);
    }

    private void routeKeys(KeyUsage usage) {
        CurrentKeyEndpoint currentKey = new CurrentKeyEndpoint(world, calls, usage);
        KeysEndpoint keys = new KeysEndpoint(world, calls, usage, secrets);
        routes.on(HttpMethod.GET, "/key", currentKey::get)
                .on(HttpMethod.GET, "/keys", keys::list)
                .on(HttpMethod.POST, "/keys", keys::create)
                .on(HttpMethod.GET, ONE_KEY, keys::get)
                .on(HttpMethod.PATCH, ONE_KEY, keys::update)
                .on(HttpMethod.DELETE, ONE_KEY, keys::delete);
        WorkspacesEndpoint workspaces = new WorkspacesEndpoint(world, calls);
        routes.on(HttpMethod.GET, "/workspaces", workspaces::list)
                .on(HttpMethod.POST, "/workspaces", workspaces::create)
                .on(HttpMethod.GET, "/workspaces/{ref}", workspaces::get);
    }

    private void routeAccount(ModelCatalog catalog, KeyUsage usage) {
        CreditsEndpoint credits = new CreditsEndpoint(world, calls);
        ActivityEndpoint activity = new ActivityEndpoint(world, calls, catalog, usage);
        routes.on(HttpMethod.GET, "/credits", credits::get).on(HttpMethod.GET, "/activity", activity::list);
    }
}
