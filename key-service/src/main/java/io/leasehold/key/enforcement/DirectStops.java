package io.leasehold.key.enforcement;

import io.leasehold.contracts.KeyState;
import io.leasehold.key.AtOnce;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.key.enforcement.ProviderKeyAccess.Outcome;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.providers.Capability;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Switches keys off at their providers that nodes use themselves and that are nearly at a limit, and on again when they are not
 * any longer. Here such a key is out of use first, so that nothing fails for want of it. Every step can be repeated.
 */
@ApplicationScoped
class DirectStops {
    private static final Logger LOG = Logger.getLogger(DirectStops.class);
    private static final int AT_ONCE = 20;
    private static final String PURPOSE = "stop direct use";

    /** Longer than the calls of a try can take. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final Database database;
    private final ProviderKeyAccess provider;
    private final KeyChanges changes;
    private final Audit audit;
    private final Clock clock;

    DirectStops(Database database, ProviderKeyAccess provider, KeyChanges changes, Audit audit, Clock clock) {
        this.database = database;
        this.provider = provider;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        Instant now = clock.instant();
        List<DirectStop> due =
                database.asSystem(handle -> DirectStopStore.claimDue(handle, now, now.plus(CLAIM), AT_ONCE));
        if (!due.isEmpty()) {
            AtOnce.map(due, this::tryOnce);
        }
    }

    /** @return whether it went as it should; what broke off is taken up again when the claim is over */
    private boolean tryOnce(DirectStop stop) {
        try {
            act(stop);
            return true;
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "key could not be switched at its provider, tried again key_id=%s", stop.keyId());
            return false;
        }
    }

    private void act(DirectStop stop) {
        Optional<ApiKey> found = database.inWorkspace(
                stop.workspaceId(), handle -> ApiKeyStore.find(handle, stop.workspaceId(), stop.keyId()));
        if (found.isEmpty() || found.get().isEnding()) {
            // Its end is somebody else's, and for good.
            settle(stop, new Outcome.Done(), false);
            return;
        }
        ApiKey key = found.get();
        if (!stop.wanted() && !stop.done()) {
            // The provider was never told.
            settle(stop, new Outcome.Done(), false);
            return;
        }
        Optional<Outcome> hindrance = provider.hindrance(key, Capability.DISABLE_KEY);
        settle(stop, hindrance.orElseGet(() -> stop.wanted() ? switchOff(stop, key) : switchOn(key)), true);
    }

    private Outcome switchOff(DirectStop stop, ApiKey key) {
        database.useWorkspace(stop.workspaceId(), handle -> takeOutOfUse(handle, stop));
        return provider.act(key, PURPOSE, (keys, admin, id) -> {
            keys.disable(admin, id);
            return new Outcome.Done();
        });
    }

    private Outcome switchOn(ApiKey key) {
        return provider.act(key, PURPOSE, (keys, admin, id) -> {
            keys.enable(admin, id);
            return new Outcome.Done();
        });
    }

    private void takeOutOfUse(Handle handle, DirectStop stop) {
        ApiKey key = ApiKeyStore.lock(handle, stop.workspaceId(), stop.keyId());
        if (key.state() == KeyState.ACTIVE) {
            String reason = stop.reason();
            changes.changeState(handle, key.workspaceId(), key.keyId(), KeyState.DISABLED, reason);
            DirectStopStore.takenOutOfUse(handle, stop, reason);
            record(handle, stop, "key.disable", Map.of("reason", reason));
        }
    }

    /** Only where it is out of use for our reason: whoever took it out for another may have had a better one. */
    private void putIntoUse(Handle handle, DirectStop stop) {
        Optional<String> reason = DirectStopStore.find(handle, stop.workspaceId(), stop.keyId())
                .flatMap(now -> Optional.ofNullable(now.disabledFor()));
        Optional<ApiKey> key = ApiKeyStore.find(handle, stop.workspaceId(), stop.keyId())
                .map(found -> ApiKeyStore.lock(handle, found.workspaceId(), found.keyId()))
                .filter(found -> found.state() == KeyState.DISABLED && reason.isPresent())
                .filter(found -> reason.get().equals(found.reason()));
        if (key.isPresent()) {
            changes.changeState(handle, stop.workspaceId(), stop.keyId(), KeyState.ACTIVE, null);
            record(handle, stop, "key.enable", Map.of());
        }
    }

    /** @param asked whether the provider was */
    private void settle(DirectStop stop, Outcome outcome, boolean asked) {
        Instant now = clock.instant();
        database.useWorkspace(stop.workspaceId(), handle -> {
            switch (outcome) {
                case Outcome.Done _ -> {
                    if (asked) {
                        record(
                                handle,
                                stop,
                                stop.wanted() ? "key.disable_at_provider" : "key.enable_at_provider",
                                Map.of());
                    }
                    if (!stop.wanted()) {
                        putIntoUse(handle, stop);
                    }
                    DirectStopStore.done(handle, stop, now);
                }
                case Outcome.Failed(String message) ->
                    DirectStopStore.notDone(handle, stop, message, Backoff.after(stop.failures() + 1, now), now);
                case Outcome.NeedsPerson(String message) ->
                    needsPerson(handle, stop, message, Backoff.forAPerson(now), now);
                case Outcome.Unsupported(String message) -> needsPerson(handle, stop, message, null, now);
            }
        });
    }

    private void needsPerson(Handle handle, DirectStop stop, String message, @Nullable Instant nextTryAt, Instant now) {
        if (stop.failures() == 0) {
            record(handle, stop, "key.stop_needs_person", Map.of("step", message));
        }
        DirectStopStore.notDone(handle, stop, message, nextTryAt, now);
    }

    private void record(Handle handle, DirectStop stop, String action, Map<String, String> details) {
        audit.recordOwn(handle, stop.workspaceId(), action, "key", stop.keyId(), details);
    }
}
