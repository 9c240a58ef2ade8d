package io.leasehold.cli.exec;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.ApiProblem;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.failure.Failure;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A lease while a program uses it: kept until it is given back, once, whatever the program came to. */
final class RunningLease {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final Api api;
    private final Clock clock;
    private final String id;
    private final String ttl;
    private final PrintWriter err;
    private Instant renewAfter;
    private boolean released;

    RunningLease(Api api, Clock clock, JsonNode lease, String ttl, PrintWriter err) {
        this.api = api;
        this.clock = clock;
        this.id = lease.path("lease_id").asText();
        this.ttl = ttl;
        this.err = err;
        this.renewAfter = Instant.parse(lease.path("renew_after").asText());
    }

    String id() {
        return id;
    }

    /** How long to wait until it should be renewed. */
    Duration untilRenewal() {
        Duration left = Duration.between(clock.instant(), renewAfter);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** @return false when it has ended, so that there is nothing to renew any more */
    boolean renew() {
        try {
            JsonNode renewed =
                    api.post(Api.path("leases", id, "renew"), Bodies.body().put("ttl", ttl));
            renewAfter = Instant.parse(renewed.path("renew_after").asText());
            if (!renewed.path("renewable").asBoolean(true)) {
                // It lasts until its end and no longer; asking again and again changes nothing.
                renewAfter = Instant.parse(renewed.path("expire_time").asText());
            }
            return true;
        } catch (ApiProblem refused) {
            tell("The lease can't be renewed. " + refused.getMessage());
            return false;
        } catch (Failure away) {
            renewAfter = clock.instant().plus(TRY_AGAIN);
            return true;
        }
    }

    /** Whoever calls this second waits until the first has given it back, so that the process does not end before. */
    synchronized void release() {
        if (released) {
            return;
        }
        released = true;
        try {
            api.post(Api.path("leases", id, "release"), Bodies.body());
        } catch (Failure failure) {
            tell("The lease could not be given back; it ends by itself. " + failure.getMessage());
        }
    }

    private void tell(String what) {
        err.println("leasehold: " + what);
        err.flush();
    }
}
