package io.leasehold.key.revocation;

import io.leasehold.contracts.KeyState;
import io.leasehold.key.lease.KeyLeaseStore;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.key.usage.KeyUsageStore;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits until a key isn't used any more. Gateways send no new requests with a key that drains, as long as they have another
 * one; what they still send is known when it is over.
 */
@ApplicationScoped
class DrainStep {
    private final Database database;
    private final RevocationConfig config;
    private final Clock clock;

    DrainStep(Database database, RevocationConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** @param lastUse as gateways told; what nodes do with a key of their own is told by nobody */
    private record Use(Optional<Instant> lastUse, boolean isLeased) {}

    StepOutcome of(KeyRevocation at, Subject subject) {
        if (at.forced() || subject.key().state() != KeyState.DRAINING) {
            return new StepOutcome.Done("It was out of use already.");
        }
        Instant now = clock.instant();
        Instant deadline = at.stepSince().plus(at.drain());
        if (!now.isBefore(deadline)) {
            return new StepOutcome.Done("The time to drain was over.");
        }
        Use use = use(subject, now);
        if (use.lastUse().isEmpty() && !use.isLeased()) {
            return new StepOutcome.Done("Nobody has used it.");
        }
        if (use.isLeased() && subject.key().directAllowed()) {
            return new StepOutcome.NotYet(
                    "Nodes may hold it themselves; it goes on at %s.".formatted(deadline), deadline);
        }
        Instant quietSince = use.lastUse().filter(at.stepSince()::isBefore).orElse(at.stepSince());
        Instant quiet = quietSince.plus(config.quiet());
        if (!now.isBefore(quiet)) {
            return new StepOutcome.Done("No request was told of since %s.".formatted(quietSince));
        }
        return new StepOutcome.NotYet(
                "Requests may be under way; it goes on at %s at the latest.".formatted(deadline),
                quiet.isBefore(deadline) ? quiet : deadline);
    }

    private Use use(Subject subject, Instant now) {
        var key = subject.key();
        Integer version = key.secretVersion();
        return database.inWorkspace(
                key.workspaceId(),
                handle -> new Use(
                        version == null
                                ? Optional.empty()
                                : KeyUsageStore.lastUse(handle, key.workspaceId(), key.keyId(), version),
                        KeyLeaseStore.countUsable(handle, key.workspaceId(), key.keyId(), now) > 0));
    }
}
