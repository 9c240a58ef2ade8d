package io.leasehold.sim.anthropic;

import io.leasehold.sim.answer.InferenceEndpoint;
import io.leasehold.sim.http.Routes;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.SecretFormat;
import io.leasehold.sim.provider.SimulatedProvider;
import io.leasehold.sim.provider.World;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Anthropic under {@code /anthropic}: its paths, and the request id on every answer. */
public final class AnthropicApi implements SimulatedProvider {
    private static final String API_KEYS = "/v1/organizations/api_keys";
    private static final String WORKSPACES = "/v1/organizations/workspaces";
    private static final int REQUEST_ID_CHARACTERS = 20;

    private final World world;
    private final AnthropicCalls calls;
    private final SecretFormat secrets = new AnthropicSecrets();
    private final Routes routes = new Routes();

    public AnthropicApi(World world) {
        this.world = world;
        this.calls = new AnthropicCalls(world);
        ModelCatalog catalog = new ModelCatalog();
        routeInference(catalog);
        routeAdmin();
        routeReports(new ReportsEndpoint(world, calls, catalog));
    }

    @Override
    public String mount() {
        return "/anthropic";
    }

    @Override
    public SecretFormat secrets() {
        return secrets;
    }

    @Override
    public Set<String> errorKinds() {
        return AnthropicErrorKind.ALL.names();
    }

    @Override
    public String answerId(long serial) {
        return MessagesApi.messageId(serial);
    }

    @Override
    public void answer(HttpServerRequest request, String path) {
        long serial = world.serial().next();
        request.response()
                .putHeader(AnthropicErrors.REQUEST_ID, Serial.spell("req_011C", serial, REQUEST_ID_CHARACTERS));
        routes.answer(request, path, serial, calls.guard(), () -> AnthropicError.notFound("Not Found"));
    }

    private void routeInference(ModelCatalog catalog) {
        InferenceEndpoint<AnthropicError> messages =
                new InferenceEndpoint<>(world, calls.guard(), new MessagesApi(world, calls, catalog));
        CountTokensEndpoint countTokens = new CountTokensEndpoint(calls, catalog);
        ModelsEndpoint models = new ModelsEndpoint(calls, catalog);
        routes.on(HttpMethod.POST, "/v1/messages", messages::answer)
                .on(HttpMethod.POST, "/v1/messages/count_tokens", countTokens::count)
                .on(HttpMethod.GET, "/v1/models", models::list)
                .on(HttpMethod.GET, "/v1/models/{id}", models::get);
    }

    private void routeAdmin() {
        OrganizationEndpoint organization = new OrganizationEndpoint(calls);
        ApiKeysEndpoint keys = new ApiKeysEndpoint(world, calls);
        routes.on(HttpMethod.GET, "/v1/organizations/me", organization::me)
                .on(HttpMethod.GET, API_KEYS, keys::list)
                .on(HttpMethod.GET, API_KEYS + "/{api_key_id}", keys::get)
                .on(HttpMethod.POST, API_KEYS + "/{api_key_id}", keys::update);
        WorkspacesEndpoint workspaces = new WorkspacesEndpoint(world, calls);
        routes.on(HttpMethod.GET, WORKSPACES, workspaces::list)
                .on(HttpMethod.POST, WORKSPACES, workspaces::create)
                .on(HttpMethod.GET, WORKSPACES + "/{workspace_id}", workspaces::get)
                .on(HttpMethod.POST, WORKSPACES + "/{workspace_id}", workspaces::update)
                .on(HttpMethod.POST, WORKSPACES + "/{workspace_id}/archive", workspaces::archive);
    }

    private void routeReports(ReportsEndpoint reports) {
        routes.on(HttpMethod.GET, "/v1/organizations/usage_report/messages", reports::usage)
                .on(HttpMethod.GET, "/v1/organizations/cost_report", reports::cost)
                .on(HttpMethod.GET, "/v1/organizations/analytics/usage", reports::analyticsUsage)
                .on(HttpMethod.GET, "/v1/organizations/analytics/cost", reports::analyticsCost);
    }
}
