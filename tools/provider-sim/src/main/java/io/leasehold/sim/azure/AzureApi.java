package io.leasehold.sim.azure;

import io.leasehold.sim.http.Routes;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.SecretFormat;
import io.leasehold.sim.openai.OpenAiEndpoints;
import io.leasehold.sim.provider.SimulatedProvider;
import io.leasehold.sim.provider.World;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Azure OpenAI under {@code /azure-openai}: what is on three hosts there, the resource, management and login. */
public final class AzureApi implements SimulatedProvider {
    private static final String V1 = "/openai/v1";
    private static final String DEPLOYED = "/openai/deployments/{" + AzureCalls.DEPLOYMENT + "}";
    private static final String GROUP = "/subscriptions/{subscription}/resourceGroups/{group}/providers";
    private static final String ACCOUNT = GROUP + "/Microsoft.CognitiveServices/accounts/{account}";
    private static final int REQUEST_ID_CHARACTERS = 32;

    private final World world;
    private final Deployments deployments = new Deployments();
    private final AzureSecrets secrets = new AzureSecrets();
    private final AzureCalls calls;
    private final Routes routes = new Routes();

    public AzureApi(World world) {
        this.world = world;
        this.calls = new AzureCalls(world, deployments);
        routeInference();
        routeManagement();
    }

    @Override
    public String mount() {
        return "/azure-openai";
    }

    @Override
    public SecretFormat secrets() {
        return secrets;
    }

    @Override
    public Set<String> errorKinds() {
        return AzureErrors.kinds();
    }

    @Override
    public String answerId(long serial) {
        return OpenAiEndpoints.answerId(serial);
    }

    @Override
    public void answer(HttpServerRequest request, String path) {
        long serial = world.serial().next();
        request.response()
                .putHeader("apim-request-id", Serial.spell("", serial, REQUEST_ID_CHARACTERS))
                .putHeader("x-ms-region", "West Europe");
        routes.answer(request, path, serial, calls.guard(), () -> new AzureError(404, "404", "Resource not found"));
    }

    private void routeInference() {
        OpenAiEndpoints openAi = new OpenAiEndpoints(world, calls);
        routes.on(HttpMethod.POST, DEPLOYED + "/chat/completions", openAi::chat)
                .on(HttpMethod.POST, DEPLOYED + "/embeddings", openAi::embeddings)
                .on(HttpMethod.POST, V1 + "/chat/completions", openAi::chat)
                .on(HttpMethod.POST, V1 + "/responses", openAi::responses)
                .on(HttpMethod.POST, V1 + "/embeddings", openAi::embeddings)
                .on(HttpMethod.GET, V1 + "/models", openAi::models)
                .on(HttpMethod.GET, "/openai/models", openAi::models);
    }

    private void routeManagement() {
        AccountEndpoint account = new AccountEndpoint(world, calls, secrets, deployments);
        routes.on(HttpMethod.POST, "/{tenant}/oauth2/v2.0/token", new LoginEndpoint(world, calls)::answer)
                .on(HttpMethod.GET, ACCOUNT, account::get)
                .on(HttpMethod.POST, ACCOUNT + "/listKeys", account::keys)
                .on(HttpMethod.POST, ACCOUNT + "/regenerateKey", account::regenerate)
                .on(HttpMethod.GET, ACCOUNT + "/deployments", account::deployments)
                .on(HttpMethod.GET, ACCOUNT + "/usages", account::usages)
                .on(
                        HttpMethod.GET,
                        ACCOUNT + "/providers/Microsoft.Insights/metrics",
                        new MetricsEndpoint(world, calls, deployments)::read)
                .on(HttpMethod.POST, GROUP + "/Microsoft.CostManagement/query", new CostEndpoint(world, calls)::query);
    }
}
