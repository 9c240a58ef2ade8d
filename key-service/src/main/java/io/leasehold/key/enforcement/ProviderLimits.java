package io.leasehold.key.enforcement;

import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.AtOnce;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.enforcement.ProviderKeyAccess.Outcome;
import io.leasehold.key.limit.KeyLimits;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyLimit;
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

/**
 * Sets limits of keys at providers that have limits per key, so that they hold for use that no gateway sees. What is wanted is
 * compared with what was set last, so that nothing is missed and what failed is tried again.
 */
@ApplicationScoped
class ProviderLimits {
    private static final Logger LOG = Logger.getLogger(ProviderLimits.class);
    private static final int AT_ONCE = 20;
    private static final String PURPOSE = "set limit";

    /** Longer than the calls of a try can take. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final Database database;
    private final ProviderKeyAccess provider;
    private final List<String> withLimits;
    private final Audit audit;
    private final Clock clock;

    ProviderLimits(
            Database database, ProviderKeyAccess provider, ProviderDirectory providers, Audit audit, Clock clock) {
        this.database = database;
        this.provider = provider;
        this.withLimits = providers.ids().stream()
                .filter(id -> provider.manualStep(id, Capability.KEY_LIMIT).isEmpty())
                .toList();
        this.audit = audit;
        this.clock = clock;
    }

    private record Task(ProviderLimit before, ApiKey key, long version, WantedLimit wanted) {}

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        Instant now = clock.instant();
        List<ProviderLimitStore.Due> due =
                database.asSystem(handle -> ProviderLimitStore.listDue(handle, withLimits, now, AT_ONCE));
        if (!due.isEmpty()) {
            AtOnce.map(due, this::tryOnce);
        }
    }

    /** @return whether it went as it should; what broke off is taken up again when the claim is over */
    private boolean tryOnce(ProviderLimitStore.Due due) {
        try {
            claim(due).ifPresent(this::bringTo);
            return true;
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "limit could not be set at its provider, tried again key_id=%s", due.keyId());
            return false;
        }
    }

    /** What is wanted is read once nobody else is at it, so that an earlier limit never comes after a later one. */
    private Optional<Task> claim(ProviderLimitStore.Due due) {
        Instant now = clock.instant();
        Optional<ProviderLimit> claimed = database.inWorkspace(
                due.workspaceId(), handle -> ProviderLimitStore.claim(handle, due, now, now.plus(CLAIM)));
        return claimed.map(before -> database.inWorkspace(due.workspaceId(), handle -> {
            Optional<LimitsView> limits = KeyLimits.find(handle, due.workspaceId(), due.keyId(), now);
            return new Task(
                    before,
                    ApiKeyStore.get(handle, due.workspaceId(), due.keyId()),
                    limits.map(LimitsView::version).orElse(0L),
                    limits.map(view -> WantedLimit.of(view, now)).orElse(WantedLimit.NONE));
        }));
    }

    private void bringTo(Task task) {
        ApiKey key = task.key();
        KeyLimit wanted = task.wanted().limit();
        if (task.before().is(wanted, key.providerKeyId())) {
            database.useWorkspace(key.workspaceId(), handle -> right(handle, task));
            return;
        }
        Outcome outcome = provider.hindrance(key, Capability.KEY_LIMIT)
                .orElseGet(() -> provider.act(key, PURPOSE, (keys, admin, id) -> tell(task, keys, admin, id)));
        settle(task, outcome);
    }

    /** A limit that somebody gave the key there is theirs: it may be tighter than ours. */
    private static Outcome tell(Task task, KeyAdmin keys, Access admin, String id) {
        KeyLimit wanted = task.wanted().limit();
        if (!id.equals(task.before().setOn())) {
            KeyLimit there = keys.spend(admin, id)
                    .map(spend -> new KeyLimit(spend.limit(), spend.limitReset()))
                    .orElse(KeyLimit.NONE);
            if (there.amount() != null
                    && !there.isSameAs(wanted)
                    && !there.isSameAs(task.before().last())) {
                return new Outcome.NeedsPerson(
                        "The key has a limit of its own there, of %s USD, which stays. Take it away to have the limits of this key set there."
                                .formatted(there.amount().toPlainString()));
            }
        }
        keys.setLimit(admin, id, wanted);
        return new Outcome.Done();
    }

    private void settle(Task task, Outcome outcome) {
        Instant now = clock.instant();
        database.useWorkspace(task.key().workspaceId(), handle -> {
            switch (outcome) {
                case Outcome.Done _ -> {
                    set(handle, task, now);
                    right(handle, task);
                }
                case Outcome.Failed(String message) ->
                    failed(handle, task, message, Backoff.after(task.before().failures() + 1, now));
                case Outcome.NeedsPerson(String message) -> failed(handle, task, message, Backoff.forAPerson(now));
                case Outcome.Unsupported(String message) -> failed(handle, task, message, Backoff.forAPerson(now));
            }
        });
    }

    private void set(Handle handle, Task task, Instant now) {
        KeyLimit wanted = task.wanted().limit();
        String setOn = wanted.amount() == null ? null : task.key().providerKeyId();
        ProviderLimitStore.set(handle, task.before(), setOn, wanted, now);
        audit.recordOwn(
                handle,
                task.key().workspaceId(),
                "key.limit_at_provider",
                "key",
                task.key().keyId(),
                Map.of(
                        "amount",
                        wanted.amount() == null ? "none" : wanted.amount().toPlainString(),
                        "reset",
                        wanted.reset() == null ? "never" : wanted.reset().wireName()));
    }

    private static void right(Handle handle, Task task) {
        ProviderLimitStore.right(
                handle, task.before(), task.version(), task.wanted().nextChangeAt());
    }

    private static void failed(Handle handle, Task task, String message, Instant nextLookAt) {
        ProviderLimitStore.failed(handle, task.before(), task.version(), message, nextLookAt);
    }
}
