package io.leasehold.sim.mistral;

import io.leasehold.sim.answer.InferenceEndpoint;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Routes;
import io.leasehold.sim.key.SecretFormat;
import io.leasehold.sim.prompt.PrefixCache;
import io.leasehold.sim.provider.SimulatedProvider;
import io.leasehold.sim.provider.World;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Mistral under {@code /mistral}: its paths, and the header of every answer. */
public final class MistralApi implements SimulatedProvider {
    private static final String ADMIN = "/v1/admin";
    private static final String KEYS = ADMIN + "/api-keys";
    private static final String WORKSPACES = ADMIN + "/workspaces";
    private static final String SPEND_LIMIT = ADMIN + "/spend-limit";

    private final World world;
    private final MistralCalls calls;
    private final MistralSecrets secrets = new MistralSecrets();
    private final ModelCatalog catalog = new ModelCatalog();
    private final BillCurrency currency = new BillCurrency();
    private final Routes routes = new Routes();

    public MistralApi(World world) {
        this.world = world;
        this.calls = new MistralCalls(world);
        routeInference();
        routeAdministration();
    }

    @Override
    public String mount() {
        return "/mistral";
    }

    @Override
    public SecretFormat secrets() {
        return secrets;
    }

    @Override
    public Set<String> errorKinds() {
        return MistralErrorKind.ALL.names();
    }

    @Override
    public Map<String, BiConsumer<Exchange, Buffer>> controls() {
        return Map.of("/mistral/currency", currency::order);
    }

    /** Embeddings have the same id without what stands before it. */
    @Override
    public String answerId(long serial) {
        return MistralInference.ID_PREFIX + MistralInference.idSuffix(serial);
    }

    @Override
    public void answer(HttpServerRequest request, String path) {
        long serial = world.serial().next();
        request.response().putHeader("mistral-correlation-id", MistralInference.idSuffix(serial));
        routes.answer(request, path, serial, calls.guard(), () -> MistralError.notFound("Not Found"));
    }

    private void routeInference() {
        PrefixCache cache = new PrefixCache(world.clock());
        ModelsEndpoint models = new ModelsEndpoint(calls, catalog);
        MeEndpoint me = new MeEndpoint(world, calls);
        routes.on(
                        HttpMethod.POST,
                        "/v1/chat/completions",
                        inference(cache, MistralModel::chats, ChatAnswer::of)::answer)
                .on(
                        HttpMethod.POST,
                        "/v1/fim/completions",
                        inference(cache, MistralModel::fills, ChatAnswer::of)::answer)
                .on(
                        HttpMethod.POST,
                        "/v1/embeddings",
                        inference(cache, MistralModel::embeds, EmbeddingAnswer::of)::answer)
                .on(HttpMethod.GET, "/v1/models", models::list)
                .on(HttpMethod.GET, "/v1/models/{model}", models::get)
                .on(HttpMethod.GET, "/v1/users/me", me::get);
    }

    private InferenceEndpoint<MistralError> inference(
            PrefixCache cache, Predicate<MistralModel> fit, MistralInference.Form form) {
        return new InferenceEndpoint<>(
                world, calls.guard(), new MistralInference(world, calls, catalog, cache, fit, form));
    }

    private void routeAdministration() {
        ApiKeysEndpoint keys = new ApiKeysEndpoint(world, calls, secrets);
        WorkspacesEndpoint workspaces = new WorkspacesEndpoint(world, calls);
        LimitsEndpoint limits = new LimitsEndpoint(world, calls, catalog, currency);
        routes.on(HttpMethod.GET, KEYS, keys::list)
                .on(HttpMethod.POST, KEYS, keys::create)
                .on(HttpMethod.DELETE, KEYS + "/{key}", keys::delete)
                .on(HttpMethod.GET, WORKSPACES, workspaces::list)
                .on(HttpMethod.POST, WORKSPACES, workspaces::create)
                .on(HttpMethod.PATCH, WORKSPACES + "/{workspace}", workspaces::update)
                .on(HttpMethod.DELETE, WORKSPACES + "/{workspace}", workspaces::delete)
                .on(HttpMethod.GET, ADMIN + "/usage", new UsageEndpoint(world, calls, currency)::get)
                .on(HttpMethod.GET, SPEND_LIMIT, limits::spend)
                .on(HttpMethod.POST, SPEND_LIMIT, limits::setSpend)
                .on(HttpMethod.GET, ADMIN + "/rate-limit", limits::rates);
    }
}
