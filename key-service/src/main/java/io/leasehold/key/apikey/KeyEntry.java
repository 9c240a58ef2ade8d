package io.leasehold.key.apikey;

import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.limit.LimitChanges;
import io.leasehold.key.source.KeySource;
import io.leasehold.key.source.KeySourcesConfig;
import io.leasehold.key.source.SourcedKey;
import io.leasehold.key.source.SourcedKeyStore;
import io.leasehold.key.usage.KeyUsage;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.outbox.OutgoingEvent;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the row of a key whose secret is stored, with its limits, its source and what tells of it all. */
@ApplicationScoped
class KeyEntry {
    private final PoolCheck pool;
    private final LimitChanges limits;
    private final KeySourcesConfig sources;
    private final Outbox outbox;
    private final Audit audit;

    KeyEntry(PoolCheck pool, LimitChanges limits, KeySourcesConfig sources, Outbox outbox, Audit audit) {
        this.pool = pool;
        this.limits = limits;
        this.sources = sources;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * @param wantedLimits checked
     * @throws Problem where the account is out of use or the pool has such a key by now; then nothing was written
     */
    KeyAnswer enter(Handle handle, Caller caller, NewKey key, int secretVersion, List<LimitsView.Limit> wantedLimits) {
        Account.requireInUse(AccountStore.getShared(handle, caller.workspaceId(), key.accountId()));
        requireUnused(handle, key);
        ApiKey added = ApiKeyStore.add(handle, key, secretVersion).orElseThrow(() -> pool.whyNotNew(handle, key));
        SourcedKey sourced = link(handle, key);
        if (!wantedLimits.isEmpty()) {
            limits.set(handle, caller, Scope.KEY, key.keyId().toString(), wantedLimits);
        }
        outbox.appendAll(handle, List.of(new OutgoingEvent(EventType.KEY_ADDED, added.view()), audited(caller, key)));
        return KeyAnswer.of(new LimitedKey(added, wantedLimits, KeyUsage.NONE, sourced, added.createdAt()));
    }

    /** Two keys that follow one source would come to have one secret. */
    private static void requireUnused(Handle handle, NewKey key) {
        KeySource source = key.source();
        if (source == null) {
            return;
        }
        Optional<String> user = SourcedKeyStore.userOf(handle, key.workspaceId(), source.name());
        if (user.isPresent()) {
            throw new ConflictProblem(
                    ProblemType.CONFLICT,
                    "Key '%s' takes its secret from the source '%s' already. Choose another source."
                            .formatted(user.get(), source.name()));
        }
    }

    private @Nullable SourcedKey link(Handle handle, NewKey key) {
        if (key.source() == null) {
            return null;
        }
        SourcedKey sourced = SourcedKey.added(
                key.workspaceId(),
                key.keyId(),
                key.source(),
                key.fingerprint(),
                key.createdAt(),
                key.createdAt().plus(sources.interval()));
        SourcedKeyStore.add(handle, sourced);
        return sourced;
    }

    private OutgoingEvent audited(Caller caller, NewKey key) {
        Map<String, String> details =
                new HashMap<>(Map.of("name", key.name(), "provider", key.provider(), "masked", key.masked()));
        if (key.source() != null) {
            details.put("source", key.source().name());
        }
        return audit.event(caller, key.workspaceId(), "key.add", "key", key.keyId(), details);
    }
}
