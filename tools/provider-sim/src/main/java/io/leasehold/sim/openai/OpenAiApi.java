package io.leasehold.sim.openai;

import io.leasehold.sim.http.Routes;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.SecretFormat;
import io.leasehold.sim.provider.SimulatedProvider;
import io.leasehold.sim.provider.World;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** OpenAI under {@code /openai/v1}: its paths, and the headers of every answer. */
public final class OpenAiApi implements SimulatedProvider {
    private static final String PROJECTS = "/organization/projects";
    private static final String PROJECT = PROJECTS + "/{project}";
    private static final String KEYS = PROJECT + "/api_keys";
    private static final String ACCOUNTS = PROJECT + "/service_accounts";
    private static final String ADMIN_KEYS = "/organization/admin_api_keys";
    private static final int REQUEST_ID_CHARACTERS = 32;

    private final World world;
    private final OpenAiCalls calls;
    private final OpenAiSecrets secrets = new OpenAiSecrets();
    private final OpenAiEndpoints endpoints;
    private final Routes routes = new Routes();

    public OpenAiApi(World world) {
        this.world = world;
        this.calls = new OpenAiCalls(world);
        this.endpoints = new OpenAiEndpoints(world, calls);
        routeInference();
        routeProjects();
        routeAdministration();
    }

    @Override
    public String mount() {
        return "/openai/v1";
    }

    @Override
    public SecretFormat secrets() {
        return secrets;
    }

    @Override
    public Set<String> errorKinds() {
        return OpenAiErrorKind.ALL.names();
    }

    /** A response's id has {@code resp_} in its place; embeddings have none. */
    @Override
    public String answerId(long serial) {
        return OpenAiEndpoints.answerId(serial);
    }

    @Override
    public void answer(HttpServerRequest request, String path) {
        long serial = world.serial().next();
        request.response()
                .putHeader("x-request-id", Serial.spell("req_", serial, REQUEST_ID_CHARACTERS))
                .putHeader("openai-organization", Organization.ID)
                .putHeader("openai-version", "2020-10-01");
        routes.answer(request, path, serial, calls.guard(), () -> OpenAiError.notFound("Invalid URL"));
    }

    private void routeInference() {
        routes.on(HttpMethod.POST, "/chat/completions", endpoints::chat)
                .on(HttpMethod.POST, "/responses", endpoints::responses)
                .on(HttpMethod.POST, "/embeddings", endpoints::embeddings)
                .on(HttpMethod.GET, "/models", endpoints::models)
                .on(HttpMethod.GET, "/models/{model}", endpoints::model);
    }

    private void routeProjects() {
        ProjectsEndpoint projects = new ProjectsEndpoint(world, calls);
        ProjectKeys ofProject = new ProjectKeys(world);
        ProjectKeysEndpoint keys = new ProjectKeysEndpoint(world, calls, ofProject);
        ServiceAccountsEndpoint accounts = new ServiceAccountsEndpoint(world, calls, ofProject, secrets);
        routes.on(HttpMethod.GET, PROJECTS, projects::list)
                .on(HttpMethod.POST, PROJECTS, projects::create)
                .on(HttpMethod.GET, PROJECT, projects::get)
                .on(HttpMethod.POST, PROJECT, projects::update)
                .on(HttpMethod.POST, PROJECT + "/archive", projects::archive)
                .on(HttpMethod.GET, KEYS, keys::list)
                .on(HttpMethod.GET, KEYS + "/{key}", keys::get)
                .on(HttpMethod.POST, KEYS + "/{key}", keys::update)
                .on(HttpMethod.DELETE, KEYS + "/{key}", keys::delete)
                .on(HttpMethod.GET, ACCOUNTS, accounts::list)
                .on(HttpMethod.POST, ACCOUNTS, accounts::create)
                .on(HttpMethod.GET, ACCOUNTS + "/{account}", accounts::get)
                .on(HttpMethod.DELETE, ACCOUNTS + "/{account}", accounts::delete);
    }

    private void routeAdministration() {
        AdminKeysEndpoint admins = new AdminKeysEndpoint(world, calls, secrets);
        ReportsEndpoint reports = new ReportsEndpoint(world, calls, endpoints.catalog());
        routes.on(HttpMethod.GET, ADMIN_KEYS, admins::list)
                .on(HttpMethod.POST, ADMIN_KEYS, admins::create)
                .on(HttpMethod.GET, ADMIN_KEYS + "/{key}", admins::get)
                .on(HttpMethod.DELETE, ADMIN_KEYS + "/{key}", admins::delete)
                .on(HttpMethod.GET, "/organization/usage/{kind}", reports::usage)
                .on(HttpMethod.GET, "/organization/costs", reports::costs);
    }
}
