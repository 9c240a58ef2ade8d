package io.leasehold.gateway.admission;

import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.gateway.lease.LeaseAnswer;
import io.leasehold.gateway.lease.LeaseLookup;
import io.leasehold.gateway.lease.Leases;
import io.leasehold.gateway.lease.ServedWorkspace;
import io.leasehold.providers.dialect.Refusal;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who calls: finds the lease of the token that a request brings and says whether it may be used. */
@Singleton
public class Entry {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final LeaseLookup lookup;
    private final Leases leases;
    private final ServedWorkspace served;
    private final Clock clock;

    Entry(LeaseLookup lookup, Leases leases, ServedWorkspace served, Clock clock) {
        this.lookup = lookup;
        this.leases = leases;
        this.served = served;
        this.clock = clock;
    }

    /** @return the usable lease; fails with {@link Refused} */
    public Future<LeaseView> lease(Call call, MultiMap headers) {
        String token = call.dialect().clientToken(headers::get, call.query());
        if (token == null) {
            return Future.failedFuture(new Refused(
                    Refusal.UNAUTHENTICATED,
                    "This request carries no lease token. Send the token of your lease as the API key."));
        }
        return lookup.find(token, OpaqueToken.sha256(token)).compose(answer -> switch (answer) {
            case LeaseAnswer.Found found -> usable(call, found.lease());
            case LeaseAnswer.Unknown unknown ->
                Future.failedFuture(new Refused(
                        Refusal.UNAUTHENTICATED,
                        "This lease token is not known. Ask for your lease again to get a token that works."));
            case LeaseAnswer.Unavailable unavailable ->
                Future.failedFuture(
                        new Refused(Refusal.UNAVAILABLE, "This lease can't be checked just now. Try again.", SOON));
        });
    }

    private Future<LeaseView> usable(Call call, LeaseView lease) {
        Refused refused = check(call, lease);
        return refused == null ? Future.succeededFuture(lease) : Future.failedFuture(refused);
    }

    /**
     * A lease as it stands now, since time may have passed.
     *
     * @throws Refused where it may no longer be used
     */
    LeaseView current(Call call, LeaseView lease) {
        LeaseView current = leases.current(lease.leaseId());
        if (current == null) {
            throw new Refused(Refusal.UNAUTHENTICATED, "This lease has ended. Ask for a new one.");
        }
        Refused refused = check(call, current);
        if (refused != null) {
            throw refused;
        }
        return current;
    }

    private @Nullable Refused check(Call call, LeaseView lease) {
        if (!lease.state().usable() || leases.hasEnded(lease)) {
            return new Refused(Refusal.UNAUTHENTICATED, ended(lease));
        }
        if (!clock.instant().isBefore(lease.expiresAt())) {
            return new Refused(
                    Refusal.UNAUTHENTICATED,
                    "This lease expired at %s. Ask for a new one.".formatted(lease.expiresAt()));
        }
        if (!lease.provider().equals(call.provider())) {
            return new Refused(
                    Refusal.FORBIDDEN,
                    "This lease is for %s, not for %s. Use its own base URL."
                            .formatted(lease.provider(), call.provider()));
        }
        if (!served.includes(lease)) {
            return new Refused(
                    Refusal.FORBIDDEN,
                    "This gateway is there for one workspace, and the lease is another one's. Use the lease's own base URL.");
        }
        return null;
    }

    private static String ended(LeaseView lease) {
        LeaseState state = lease.state().usable() ? LeaseState.REVOKED : lease.state();
        return "This lease was %s. Ask for a new one.".formatted(state.wireName());
    }
}
