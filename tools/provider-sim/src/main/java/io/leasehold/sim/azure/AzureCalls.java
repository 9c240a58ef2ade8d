package io.leasehold.sim.azure;

import io.leasehold.sim.fault.AdminGate;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.http.JsonFields;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.openai.OpenAiError;
import io.leasehold.sim.openai.OpenAiErrorKind;
import io.leasehold.sim.openai.OpenAiSide;
import io.leasehold.sim.prompt.InferenceRequest;
import io.leasehold.sim.prompt.RequestReader;
import io.leasehold.sim.provider.World;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Consumer;

/** The way into every endpoint: caller, faults, then the answer. */
final class AzureCalls implements OpenAiSide {
    static final String DEPLOYMENT = "deployment";

    private final World world;
    private final Deployments deployments;
    private final AzureErrors errors = new AzureErrors();
    private final Guard guard;
    private final AdminGate gate;

    AzureCalls(World world, Deployments deployments) {
        this.world = world;
        this.deployments = deployments;
        this.guard = new Guard(world.vertx(), errors::answer);
        this.gate = new AdminGate(world.faults(), guard, this::adminFailure);
    }

    @Override
    public Provider provider() {
        return Provider.AZURE_OPENAI;
    }

    @Override
    public Guard guard() {
        return guard;
    }

    @Override
    public boolean filtersContent() {
        return true;
    }

    @Override
    public Optional<OpenAiError> ordered(Fault fault) {
        return errors.ordered(fault);
    }

    /** A key comes in its own header, or as a bearer. */
    @Override
    public SimKey inferenceKey(Exchange exchange) {
        return Optional.ofNullable(exchange.header("api-key"))
                .or(exchange::bearer)
                .flatMap(world.keys()::findBySecret)
                .filter(key -> key.provider() == Provider.AZURE_OPENAI && key.kind() == KeyKind.INFERENCE)
                .filter(this::works)
                .orElseThrow(() -> new OpenAiError(OpenAiErrorKind.AUTHENTICATION));
    }

    /** The deployment stands in the path, whatever the body says, or is the body's model. */
    @Override
    public InferenceRequest read(Exchange exchange, Buffer body) {
        InferenceRequest request = RequestReader.read(body.getBytes());
        String deployment = exchange.has(DEPLOYMENT) ? exchange.variable(DEPLOYMENT) : request.requiredModel();
        return request.withModel(deployments.modelOf(deployment));
    }

    /** A call of management, with an access token. */
    void withAdmin(Exchange exchange, Runnable answer) {
        String token = exchange.bearer().orElse("");
        SimKey admin = world.keys().list(Provider.AZURE_OPENAI, KeyKind.ADMIN).stream()
                .filter(key -> AzureSecrets.tokenOf(key.secret()).equals(token) && works(key))
                .findFirst()
                .orElseThrow(() -> new AzureError(
                        401,
                        "AuthenticationFailed",
                        "Authentication failed. The 'Authorization' header is not valid."));
        gate.pass(exchange, admin, answer);
    }

    /** The same for the account that the path names. */
    void onAccount(Exchange exchange, Runnable answer) {
        withAdmin(exchange, () -> {
            Resource.requireAccount(exchange);
            answer.run();
        });
    }

    void withBody(Exchange exchange, Consumer<JsonFields> answer) {
        guard.withBody(exchange, body -> withAdmin(exchange, () -> answer.accept(JsonFields.of(body))));
    }

    boolean works(SimKey key) {
        return key.statusAt(world.clock().instant()) == KeyStatus.ACTIVE
                && !world.faults().isDead(key);
    }

    private RuntimeException adminFailure(Fault fault) {
        return ordered(fault).orElseGet(() -> new OpenAiError(OpenAiErrorKind.API_ERROR));
    }
}
