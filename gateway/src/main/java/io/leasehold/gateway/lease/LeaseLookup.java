package io.leasehold.gateway.lease;

import io.leasehold.contracts.TokenKind;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.gateway.call.ControlLoop;
import io.leasehold.gateway.call.ServiceCallException;
import io.leasehold.gateway.call.ServiceClient;
import io.leasehold.gateway.call.ServicesConfig;
import io.leasehold.gateway.call.UnknownNames;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the lease of a token. A token that the topic has not told of is asked for at distribution-service: once, however
 * many requests bring it, and not again for a while if it is unknown there too.
 */
@Singleton
public class LeaseLookup {
    private static final int NOT_FOUND = 404;

    private final Leases leases;
    private final ControlLoop control;
    private final ServiceClient client;
    private final URI service;
    private final UnknownNames unknown;
    private final Map<String, Promise<LeaseAnswer>> asked = new HashMap<>();

    LeaseLookup(Leases leases, ControlLoop control, ServiceClient client, ServicesConfig services, LeaseConfig config) {
        this.leases = leases;
        this.control = control;
        this.client = client;
        this.service = services.distributionService().url();
        this.unknown = new UnknownNames(
                config.unknownFor(), config.maxUnknown(), config.lookupsPerSecond(), System.nanoTime());
    }

    /** Never fails; complete at once for every token that is known. */
    public Future<LeaseAnswer> find(String token, String tokenHash) {
        LeaseView known = leases.find(tokenHash);
        if (known != null) {
            return Future.succeededFuture(new LeaseAnswer.Found(known));
        }
        if (!TokenKind.LEASE.looksValid(token)) {
            return Future.succeededFuture(LeaseAnswer.UNKNOWN);
        }
        Promise<LeaseAnswer> promise = Promise.promise();
        control.run(() -> ask(tokenHash).onComplete(promise));
        return promise.future();
    }

    private Future<LeaseAnswer> ask(String tokenHash) {
        long now = System.nanoTime();
        Promise<LeaseAnswer> underway = asked.get(tokenHash);
        if (underway != null) {
            return underway.future();
        }
        if (unknown.contains(tokenHash, now)) {
            return Future.succeededFuture(LeaseAnswer.UNKNOWN);
        }
        if (!unknown.mayAsk(now)) {
            return Future.succeededFuture(LeaseAnswer.UNAVAILABLE);
        }
        Promise<LeaseAnswer> promise = Promise.promise();
        asked.put(tokenHash, promise);
        client.get(service, "/internal/v1/leases/by-token/" + tokenHash, LeaseView.class)
                .map(lease -> found(tokenHash, lease))
                .otherwise(failure -> failed(tokenHash, failure))
                .onComplete(done -> {
                    asked.remove(tokenHash);
                    promise.handle(done);
                });
        return promise.future();
    }

    /** What the topic has told meanwhile counts for more. */
    private LeaseAnswer found(String tokenHash, LeaseView lease) {
        leases.put(lease);
        LeaseView current = leases.find(tokenHash);
        return current == null ? LeaseAnswer.UNKNOWN : new LeaseAnswer.Found(current);
    }

    private LeaseAnswer failed(String tokenHash, Throwable failure) {
        if (failure instanceof ServiceCallException call && call.status() == NOT_FOUND) {
            unknown.add(tokenHash, System.nanoTime());
            return LeaseAnswer.UNKNOWN;
        }
        return LeaseAnswer.UNAVAILABLE;
    }
}
