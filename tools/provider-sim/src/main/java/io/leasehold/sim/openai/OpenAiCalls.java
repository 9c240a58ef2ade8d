package io.leasehold.sim.openai;

import io.leasehold.sim.fault.AdminGate;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.http.JsonFields;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.provider.World;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The way into every endpoint: caller, faults, then the answer. */
final class OpenAiCalls implements OpenAiSide {
    private static final int SHOWN = 4;

    private final World world;
    private final OpenAiErrors errors = new OpenAiErrors();
    private final Guard guard;
    private final AdminGate gate;

    OpenAiCalls(World world) {
        this.world = world;
        this.guard = new Guard(world.vertx(), errors::answer);
        this.gate = new AdminGate(world.faults(), guard, this::adminFailure);
    }

    @Override
    public Provider provider() {
        return Provider.OPENAI;
    }

    @Override
    public Guard guard() {
        return guard;
    }

    @Override
    public Optional<OpenAiError> ordered(Fault fault) {
        return OpenAiError.ordered(fault);
    }

    /** @throws OpenAiError 401 for everything but a working key, 403 for an admin key */
    @Override
    public SimKey inferenceKey(Exchange exchange) {
        SimKey key = anyKey(exchange);
        if (key.kind() != KeyKind.INFERENCE) {
            throw new OpenAiError(OpenAiErrorKind.PERMISSION);
        }
        exchange.response().putHeader("openai-project", projectOf(key));
        return key;
    }

    /** A call of the administration API. */
    void withAdminKey(Exchange exchange, Runnable answer) {
        SimKey key = anyKey(exchange);
        if (key.kind() != KeyKind.ADMIN) {
            throw new OpenAiError(
                    OpenAiErrorKind.PERMISSION,
                    "You have insufficient permissions for this operation. An admin API key is needed.");
        }
        gate.pass(exchange, key, answer);
    }

    /** The same with a body. */
    void withAdminKey(Exchange exchange, Consumer<JsonFields> answer) {
        guard.withBody(exchange, body -> withAdminKey(exchange, () -> answer.accept(JsonFields.of(body))));
    }

    /** A call of the administration API that reads much; {@code body} runs away from the event loop. */
    void report(Exchange exchange, Callable<Object> body) {
        withAdminKey(exchange, () -> guard.offLoop(exchange, body));
    }

    static String projectOf(SimKey key) {
        return Objects.requireNonNullElse(key.workspaceId(), Organization.DEFAULT_PROJECT.id());
    }

    private SimKey anyKey(Exchange exchange) {
        String secret = exchange.bearer()
                .orElseThrow(() -> new OpenAiError(
                        OpenAiErrorKind.AUTHENTICATION, "You didn't provide an API key in an Authorization header."));
        return world.keys()
                .findBySecret(secret)
                .filter(key -> key.provider() == Provider.OPENAI && works(key))
                .orElseThrow(() -> new OpenAiError(OpenAiErrorKind.AUTHENTICATION, incorrect(secret)));
    }

    /** As the provider does, with most of the key struck out. */
    private static String incorrect(String secret) {
        String tail = secret.length() <= 4 * SHOWN ? "" : secret.substring(secret.length() - SHOWN);
        return OpenAiErrorKind.AUTHENTICATION.message().replace("provided.", "provided: sk-****" + tail + ".");
    }

    private boolean works(SimKey key) {
        return key.statusAt(world.clock().instant()) == KeyStatus.ACTIVE
                && !world.faults().isDead(key)
                && (key.kind() == KeyKind.ADMIN || !isArchived(projectOf(key)));
    }

    private boolean isArchived(String project) {
        return world.groups()
                .find(Provider.OPENAI, project)
                .filter(found -> found.archivedAt() != null)
                .isPresent();
    }

    private RuntimeException adminFailure(Fault fault) {
        return ordered(fault).orElseGet(() -> new OpenAiError(OpenAiErrorKind.API_ERROR));
    }
}
