package io.leasehold.key.enforcement;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.limit.KeyLimits;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.step.StepWork;
import io.leasehold.kit.database.Database;
import io.leasehold.providers.Capability;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Sets limits of keys at providers that have limits per key, so that they hold for use that no gateway sees. What is wanted is
 * compared with what was set last, so that nothing is missed and what failed is tried again.
 */
@ApplicationScoped
class ProviderLimitRunner implements StepWork<LimitTask> {
    private static final Set<KeyState> USED = EnumSet.of(KeyState.ACTIVE, KeyState.DISABLED, KeyState.DRAINING);

    private final Database database;
    private final ProviderLimitActions actions;
    private final ProviderLimitProgress progress;
    private final List<String> withLimits;
    private final Clock clock;

    ProviderLimitRunner(
            Database database,
            ProviderLimitActions actions,
            ProviderLimitProgress progress,
            ProviderKeyAccess provider,
            ProviderDirectory providers,
            Clock clock) {
        this.database = database;
        this.actions = actions;
        this.progress = progress;
        this.withLimits = providers.ids().stream()
                .filter(id -> provider.manualStep(id, Capability.KEY_LIMIT).isEmpty())
                .toList();
        this.clock = clock;
    }

    @Override
    public List<Due> listDue(int limit) {
        Instant now = clock.instant();
        return database.asSystem(handle -> {
            ProviderLimitStore.makeDue(handle, withLimits, now, limit);
            return ProviderLimitStore.CLAIMS.listDue(handle, now, limit);
        });
    }

    @Override
    public Optional<LimitTask> claim(UUID workspaceId, UUID keyId) {
        Instant now = clock.instant();
        return database.inWorkspace(
                workspaceId,
                handle -> ProviderLimitStore.claim(handle, workspaceId, keyId, now, now.plus(Pace.CLAIM))
                        .flatMap(claimed -> task(handle, claimed, now)));
    }

    /** What is wanted is read once nobody else is at it, so that an earlier limit never comes after a later one. */
    private static Optional<LimitTask> task(Handle handle, ProviderLimit claimed, Instant now) {
        UUID workspaceId = claimed.workspaceId();
        UUID keyId = claimed.keyId();
        ApiKey key = ApiKeyStore.get(handle, workspaceId, keyId);
        if (!USED.contains(key.state())) {
            ProviderLimitStore.leave(handle, claimed);
            return Optional.empty();
        }
        Optional<LimitsView> limits = KeyLimits.find(handle, workspaceId, keyId, now);
        return Optional.of(new LimitTask(
                claimed,
                key,
                limits.map(LimitsView::version).orElse(0L),
                limits.map(view -> WantedLimit.of(view, now)).orElse(WantedLimit.NONE),
                ProviderLimitStore.listNoted(handle, workspaceId, keyId)));
    }

    @Override
    public Optional<LimitTask> tryStep(LimitTask at) {
        if (at.isRight()) {
            progress.right(at);
        } else {
            progress.keep(at, actions.perform(at));
        }
        return Optional.empty();
    }
}
