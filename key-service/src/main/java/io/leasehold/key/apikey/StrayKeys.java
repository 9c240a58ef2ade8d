package io.leasehold.key.apikey;

import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.apikey.KeyCreationStore.Creation;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Access;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.Revocation;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends keys that were made at a provider and never came into the pool, because the process died or the answer was lost.
 * They are found by the name that was noted before they were made.
 */
@ApplicationScoped
class StrayKeys {
    private static final Logger LOG = Logger.getLogger(StrayKeys.class);
    private static final int AT_ONCE = 50;
    private static final Duration NEXT_TRY = Duration.ofMinutes(1);

    private final Database database;
    private final ProviderDirectory providers;
    private final AccountAccess access;
    private final Audit audit;
    private final Clock clock;

    StrayKeys(Database database, ProviderDirectory providers, AccountAccess access, Audit audit, Clock clock) {
        this.database = database;
        this.providers = providers;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        sweep(clock.instant());
    }

    /** Two replicas may do so at once: to end a key can be repeated. */
    void sweep(Instant now) {
        database.useSystem(handle -> KeyCreationStore.abandonDue(handle, now));
        database.asSystem(handle -> KeyCreationStore.listAbandoned(handle, now, AT_ONCE))
                .forEach(creation -> clear(creation, now));
    }

    private void clear(Creation creation, Instant now) {
        try {
            Optional<Integer> ended = end(creation);
            if (ended.isPresent()) {
                forget(creation, ended.get());
                return;
            }
            LOG.warnf("stray key can't be ended yet key_id=%s name=%s", creation.keyId(), creation.providerName());
        } catch (ProviderException | SecretStoreProblem failure) {
            LOG.warnf(
                    "stray key can't be looked for yet key_id=%s name=%s reason=%s",
                    creation.keyId(), creation.providerName(), failure.getMessage());
        }
        database.useWorkspace(
                creation.workspaceId(), handle -> KeyCreationStore.abandon(handle, creation, now.plus(NEXT_TRY)));
    }

    /** @return how many there were, all of them ended; empty where one is not ended for sure */
    private Optional<Integer> end(Creation creation) {
        Account account = database.inWorkspace(
                creation.workspaceId(),
                handle -> AccountStore.get(handle, creation.workspaceId(), creation.accountId()));
        Optional<Access> admin = access.adminForOwnUse(account, "clear away");
        if (admin.isEmpty()) {
            return Optional.empty();
        }
        KeyAdmin keys = providers.keyAdmin(account.provider());
        List<ProviderKey> strays = keys.findByName(admin.get(), creation.providerName());
        boolean allEnded = true;
        for (ProviderKey stray : strays) {
            allEnded &= isEnd(keys.revoke(admin.get(), stray.id()));
        }
        return allEnded ? Optional.of(strays.size()) : Optional.empty();
    }

    private static boolean isEnd(Revocation revocation) {
        return switch (revocation) {
            case Revocation.Revoked _, Revocation.AlreadyRevoked _, Revocation.NotFound _ -> true;
            case Revocation.RateLimited _, Revocation.Unreachable _, Revocation.Refused _ -> false;
        };
    }

    private void forget(Creation creation, int ended) {
        database.useWorkspace(creation.workspaceId(), handle -> {
            KeyCreationStore.forget(handle, creation);
            if (ended > 0) {
                audit.recordOwn(
                        handle,
                        creation.workspaceId(),
                        "key.discard",
                        "key",
                        creation.keyId(),
                        Map.of("provider_name", creation.providerName(), "ended", Integer.toString(ended)));
            }
        });
        LOG.infof(
                "creation of a key cleared away key_id=%s name=%s ended=%d",
                creation.keyId(), creation.providerName(), ended);
    }
}
