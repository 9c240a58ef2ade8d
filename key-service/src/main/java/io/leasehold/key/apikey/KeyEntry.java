package io.leasehold.key.apikey;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.limit.LimitChanges;
import io.leasehold.key.usage.KeyUsage;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.outbox.OutgoingEvent;
import io.leasehold.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes the row of a key whose secret is stored, with its limits and what tells of both. */
@ApplicationScoped
class KeyEntry {
    private final PoolCheck pool;
    private final LimitChanges limits;
    private final Outbox outbox;
    private final Audit audit;

    KeyEntry(PoolCheck pool, LimitChanges limits, Outbox outbox, Audit audit) {
        this.pool = pool;
        this.limits = limits;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * @param wantedLimits checked
     * @throws Problem where the account is out of use or the pool has such a key by now; then nothing was written
     */
    KeyAnswer enter(Handle handle, Caller caller, NewKey key, int secretVersion, List<LimitsView.Limit> wantedLimits) {
        Account.requireInUse(AccountStore.getShared(handle, caller.workspaceId(), key.accountId()));
        ApiKey added = ApiKeyStore.add(handle, key, secretVersion).orElseThrow(() -> pool.whyNotNew(handle, key));
        if (!wantedLimits.isEmpty()) {
            limits.set(handle, caller, Scope.KEY, key.keyId().toString(), wantedLimits);
        }
        outbox.appendAll(handle, List.of(new OutgoingEvent(EventType.KEY_ADDED, added.view()), audited(caller, key)));
        return KeyAnswer.of(new LimitedKey(added, wantedLimits, KeyUsage.NONE, added.createdAt()));
    }

    private OutgoingEvent audited(Caller caller, NewKey key) {
        return audit.event(
                caller,
                key.workspaceId(),
                "key.add",
                "key",
                key.keyId(),
                Map.of("name", key.name(), "provider", key.provider(), "masked", key.masked()));
    }
}
