package io.leasehold.sim.google;

import io.leasehold.sim.fault.AdminGate;
import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Guard;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.provider.World;
import java.util.Optional;

/** The way into every endpoint: caller, faults, then the answer. */
final class GoogleCalls {
    private final World world;
    private final GoogleErrors errors = new GoogleErrors();
    private final Guard guard;
    private final AdminGate gate;

    GoogleCalls(World world) {
        this.world = world;
        this.guard = new Guard(world.vertx(), errors::answer);
        this.gate = new AdminGate(world.faults(), guard, this::adminFailure);
    }

    Guard guard() {
        return guard;
    }

    GoogleErrors errors() {
        return errors;
    }

    /** @throws GoogleError 400 for a key that is none, 403 for one that may not be used here */
    SimKey inferenceKey(Exchange exchange) {
        Optional<String> header = Optional.ofNullable(exchange.header("x-goog-api-key"));
        if (header.isPresent() && exchange.bearer().isPresent()) {
            throw GoogleError.invalid("Multiple authentication credentials received. Please pass only one.");
        }
        String secret = header.or(() -> exchange.query().one("key"))
                .orElseThrow(() -> new GoogleError(
                        GoogleErrorKind.PERMISSION_DENIED,
                        "Method doesn't allow unregistered callers (callers without established identity). Please use API"
                                + " Key or other form of API consumer identity to call this API."));
        SimKey key = world.keys()
                .findBySecret(secret)
                .filter(found -> found.provider() == Provider.GOOGLE && found.kind() == KeyKind.INFERENCE)
                .filter(found -> !world.faults().isDead(found))
                .orElseThrow(() -> new GoogleError(GoogleErrorKind.API_KEY_INVALID));
        return switch (key.statusAt(world.clock().instant())) {
            case ACTIVE -> key;
            case INACTIVE -> throw new GoogleError(GoogleErrorKind.API_KEY_SERVICE_BLOCKED);
            case ARCHIVED -> throw new GoogleError(GoogleErrorKind.API_KEY_INVALID);
            case EXPIRED -> throw new GoogleError(GoogleErrorKind.API_KEY_EXPIRED);
        };
    }

    /** A call with an inference key that is not itself inference. */
    void withInferenceKey(Exchange exchange, Runnable answer) {
        Fault fault = world.faults().next(inferenceKey(exchange));
        Optional<GoogleError> ordered = errors.ordered(fault);
        guard.later(exchange, fault.latency(), () -> {
            ordered.ifPresent(GoogleCalls::fail);
            answer.run();
        });
    }

    /** A call of the API Keys API, with an access token. */
    void withAdmin(Exchange exchange, Runnable answer) {
        String token = exchange.bearer().orElseThrow(() -> new GoogleError(GoogleErrorKind.UNAUTHENTICATED));
        SimKey admin = world.keys().list(Provider.GOOGLE, KeyKind.ADMIN).stream()
                .filter(key -> ServiceAccount.tokenOf(key.secret()).equals(token) && works(key))
                .findFirst()
                .orElseThrow(() -> new GoogleError(GoogleErrorKind.UNAUTHENTICATED));
        gate.pass(exchange, admin, answer);
    }

    boolean works(SimKey key) {
        return key.statusAt(world.clock().instant()) == KeyStatus.ACTIVE
                && !world.faults().isDead(key);
    }

    private RuntimeException adminFailure(Fault fault) {
        return errors.ordered(fault).orElseGet(() -> new GoogleError(GoogleErrorKind.INTERNAL));
    }

    private static void fail(GoogleError error) {
        throw error;
    }
}
