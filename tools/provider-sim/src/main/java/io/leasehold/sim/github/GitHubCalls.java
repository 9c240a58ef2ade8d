package io.leasehold.sim.github;

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
import java.util.function.Consumer;

/** The way into every endpoint: caller, faults, then the answer. */
final class GitHubCalls {
    private static final String OTHER_SCHEME = "token ";

    private final World world;
    private final GitHubErrors errors;
    private final Guard guard;
    private final AdminGate gate;

    GitHubCalls(World world) {
        this.world = world;
        this.errors = new GitHubErrors(world.clock());
        this.guard = new Guard(world.vertx(), errors::answer);
        this.gate = new AdminGate(world.faults(), guard, this::adminFailure);
    }

    Guard guard() {
        return guard;
    }

    /** A call with any token; faults of inference are those of a user's. */
    void withToken(Exchange exchange, Consumer<SimKey> answer) {
        SimKey token = token(exchange);
        Fault fault = token.kind() == KeyKind.INFERENCE ? world.faults().next(token) : Fault.NONE;
        Optional<GitHubError> ordered = errors.ordered(fault);
        guard.later(exchange, fault.latency(), () -> {
            ordered.ifPresent(GitHubCalls::fail);
            answer.accept(token);
        });
    }

    /** A call that only an owner of the organisation may make; others are told that there is no such thing. */
    void asOwner(Exchange exchange, Runnable answer) {
        SimKey token = token(exchange);
        if (token.kind() != KeyKind.ADMIN || !exchange.variable("org").equals(Copilot.ORGANIZATION)) {
            throw new GitHubError(GitHubErrorKind.NOT_FOUND);
        }
        gate.pass(exchange, token, answer);
    }

    /** The same with a body. */
    void asOwner(Exchange exchange, Consumer<JsonFields> answer) {
        guard.withBody(exchange, body -> asOwner(exchange, () -> answer.accept(JsonFields.of(body))));
    }

    private SimKey token(Exchange exchange) {
        if (Objects.requireNonNullElse(exchange.header("user-agent"), "").isBlank()) {
            throw new GitHubError(
                    GitHubErrorKind.PERMISSION,
                    "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.");
        }
        return exchange.bearer()
                .or(() -> otherScheme(exchange))
                .flatMap(world.keys()::findBySecret)
                .filter(key -> key.provider() == Provider.GITHUB_COPILOT)
                .filter(key -> key.statusAt(world.clock().instant()) == KeyStatus.ACTIVE)
                .filter(key -> !world.faults().isDead(key))
                .orElseThrow(() -> new GitHubError(GitHubErrorKind.AUTHENTICATION));
    }

    private static Optional<String> otherScheme(Exchange exchange) {
        return Optional.ofNullable(exchange.header("authorization"))
                .filter(value -> value.startsWith(OTHER_SCHEME))
                .map(value -> value.substring(OTHER_SCHEME.length()));
    }

    private RuntimeException adminFailure(Fault fault) {
        return errors.ordered(fault).orElseGet(() -> new GitHubError(GitHubErrorKind.API_ERROR));
    }

    private static void fail(GitHubError error) {
        throw error;
    }
}
