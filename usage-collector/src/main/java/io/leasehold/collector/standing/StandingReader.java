package io.leasehold.collector.standing;

import static java.util.stream.Collectors.toMap;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.BoundKey;
import io.leasehold.collector.account.KeyStore;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.KeyObserved;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.providers.Access;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.providers.key.ProviderKeyState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Compares the keys that a provider lists with ours, and tells of each that it has switched off, ended or lost. */
@Singleton
public class StandingReader {
    private static final Logger LOG = Logger.getLogger(StandingReader.class);

    private final Database database;
    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final Clock clock;

    StandingReader(Database database, Outbox outbox, MeterRegistry metrics, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @param beforeWriting runs first in the transaction that writes; when it throws, nothing is written
     * @throws ProviderException when the keys can't be listed
     * @throws NoneListedException when none of ours is on the list, again: a credential of another organisation is no
     *     reason to call them gone
     */
    public void read(Account account, KeyAdmin keys, Access admin, Consumer<Handle> beforeWriting) {
        // Before the provider is asked: a key that is added meanwhile may be on no list yet.
        List<BoundKey> ours =
                database.asSystem(handle -> KeyStore.listInUse(handle, account.workspaceId(), account.accountId()));
        if (ours.isEmpty()) {
            return;
        }
        Map<String, ProviderKeyState> listed = keys.listKeys(admin).stream()
                .collect(toMap(ProviderKey::id, ProviderKey::state, (one, other) -> one.isLive() ? one : other));
        boolean anyListed = ours.stream().anyMatch(key -> listed.containsKey(key.providerKeyId()));
        boolean stillNone = database.asSystem(handle -> {
            beforeWriting.accept(handle);
            Map<UUID, KeyStanding> before = StandingStore.byKey(handle, account);
            for (BoundKey key : ours) {
                write(handle, account, key, listed.get(key.providerKeyId()), before.get(key.keyId()), anyListed);
            }
            return !anyListed && ours.stream().allMatch(key -> before.containsKey(key.keyId()));
        });
        if (stillNone) {
            throw new NoneListedException();
        }
    }

    private void write(
            Handle handle,
            Account account,
            BoundKey key,
            @Nullable ProviderKeyState listed,
            @Nullable KeyStanding before,
            boolean anyListed) {
        Instant now = clock.instant();
        Standing known = before == null ? null : before.standing();
        Standing standing = anyListed ? Standing.of(listed, known) : Standing.MISSING;
        Instant since = before != null && standing == known ? before.since() : now;
        StandingStore.put(
                handle,
                account.workspaceId(),
                new KeyStanding(account.accountId(), key.keyId(), key.providerKeyId(), standing, since, now));
        if (standing.isNewsAfter(known)) {
            tell(handle, account, key, standing, now);
        }
    }

    private void tell(Handle handle, Account account, BoundKey key, Standing standing, Instant now) {
        outbox.append(
                handle,
                EventType.KEY_OBSERVED,
                new KeyObserved(
                        account.accountId(),
                        account.workspaceId(),
                        account.provider(),
                        key.keyId(),
                        key.providerKeyId(),
                        standing.wireName(),
                        now));
        if (standing.isOver()) {
            LOG.warnf(
                    "key is over at its provider key=%s account=%s provider=%s standing=%s",
                    key.keyId(), account.accountId(), account.provider(), standing.wireName());
            Counter.builder("leasehold.keys.over.at.provider")
                    .description("Keys in use that their provider was seen to have switched off, ended or lost")
                    .tag("provider", account.provider())
                    .tag("standing", standing.wireName())
                    .register(metrics)
                    .increment();
        }
    }
}
