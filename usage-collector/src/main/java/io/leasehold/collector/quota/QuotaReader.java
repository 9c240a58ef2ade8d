package io.leasehold.collector.quota;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.KeyStore;
import io.leasehold.collector.account.KeyWithSecret;
import io.leasehold.collector.credential.Credentials;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.QuotaObserved;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.quota.Quota;
import io.leasehold.providers.quota.QuotaSnapshot;
import io.leasehold.providers.quota.Quotas;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what is left to use of an account, or of each of its keys where each has quotas of its own. */
@Singleton
public class QuotaReader {
    private final Database database;
    private final Credentials credentials;
    private final Outbox outbox;
    private final Clock clock;

    QuotaReader(Database database, Credentials credentials, Outbox outbox, Clock clock) {
        this.database = database;
        this.credentials = credentials;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param admin where the provider is called, with the admin credential; keys' quotas are asked for with their own
     * @param beforeWriting runs first in each transaction; when it throws, nothing is written
     * @throws ProviderException when the account's can't be read; a key whose quotas can't be read is noted as such, and
     *     keeps nobody else from being read
     */
    public void read(Account account, Quotas quotas, Access admin, Consumer<Handle> beforeWriting) {
        if (!quotas.perKey()) {
            write(account, null, quotas.read(admin), beforeWriting);
            return;
        }
        List<KeyWithSecret> keys = database.asSystem(
                handle -> KeyStore.listWithSecret(handle, account.workspaceId(), account.accountId()));
        for (KeyWithSecret key : keys) {
            readKey(account, key, quotas, admin, beforeWriting);
        }
    }

    public Optional<Instant> asOf(Handle handle, Account account) {
        return QuotaStore.asOf(handle, account);
    }

    private void readKey(
            Account account, KeyWithSecret key, Quotas quotas, Access admin, Consumer<Handle> beforeWriting) {
        try (Secret secret = credentials
                .findKey(account.workspaceId(), key.keyId(), key.secretVersion())
                .orElse(null)) {
            if (secret != null) {
                write(account, key.keyId(), quotas.read(admin.with(secret)), beforeWriting);
            }
        } catch (ProviderException failure) {
            String why = failure.explanation();
            database.useSystem(handle -> {
                beforeWriting.accept(handle);
                QuotaStore.putError(handle, account, key.keyId(), why, clock.instant());
            });
        }
    }

    private void write(Account account, @Nullable UUID keyId, QuotaSnapshot snapshot, Consumer<Handle> beforeWriting) {
        QuotaObserved observed = new QuotaObserved(
                account.accountId(),
                account.workspaceId(),
                account.provider(),
                keyId,
                snapshot.holder(),
                snapshot.plan(),
                snapshot.quotas().stream().map(QuotaReader::told).toList(),
                snapshot.asOf());
        database.useSystem(handle -> {
            beforeWriting.accept(handle);
            if (QuotaStore.put(handle, observed, clock.instant())) {
                outbox.append(handle, EventType.QUOTA_OBSERVED, observed);
            }
        });
    }

    private static QuotaObserved.Quota told(Quota quota) {
        return new QuotaObserved.Quota(
                quota.name(),
                quota.unit(),
                quota.unlimited(),
                quota.entitlement(),
                quota.remaining(),
                quota.overage(),
                quota.overagePermitted(),
                quota.resetsAt());
    }
}
