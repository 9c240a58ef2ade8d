package io.leasehold.key.standing;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.KeyObserved;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Takes keys out of use that their provider was seen to have switched off, ended or lost, so that nodes get others. Whoever
 * has mended one puts it back; nothing does so by itself, since nobody knows why it was switched off.
 */
@Singleton
class StandingConsumer implements EventHandler {
    private static final Logger LOG = Logger.getLogger(StandingConsumer.class);

    private static final Map<String, String> REASONS = Map.of(
            "disabled", "It was switched off at its provider. Switch it on there, then enable it.",
            "expired", "It is past its end at its provider. Give it another secret, then enable it.",
            "revoked", "It was ended at its provider. Give it another secret, then enable it.",
            "gone", "Its provider lists it no more. Give it another secret, then enable it.");

    private final KeyChanges changes;
    private final Audit audit;

    StandingConsumer(KeyChanges changes, Audit audit) {
        this.changes = changes;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "standing";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.USAGE);
    }

    /** Keys are locked in one order, as several of them may be. */
    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        batch.stream()
                .map(ReceivedEvent::data)
                .filter(KeyObserved.class::isInstance)
                .map(KeyObserved.class::cast)
                .filter(observed -> REASONS.containsKey(observed.state()))
                .sorted(Comparator.comparing(KeyObserved::keyId))
                .forEach(observed -> over(handle, observed));
    }

    private void over(Handle handle, KeyObserved observed) {
        ApiKeyStore.find(handle, observed.workspaceId(), observed.keyId())
                .map(found -> ApiKeyStore.lock(handle, found.workspaceId(), found.keyId()))
                .filter(key -> concerns(observed, key))
                .ifPresent(key -> disable(handle, key, observed));
    }

    /** It may have another secret by now, or have been found to work since. One that is on its way out goes on. */
    private static boolean concerns(KeyObserved observed, ApiKey key) {
        return key.state() == KeyState.ACTIVE
                && observed.providerKeyId().equals(key.providerKeyId())
                && (key.verifiedAt() == null || key.verifiedAt().isBefore(observed.observedAt()));
    }

    private void disable(Handle handle, ApiKey key, KeyObserved observed) {
        String reason = REASONS.getOrDefault(observed.state(), observed.state());
        changes.changeState(handle, key.workspaceId(), key.keyId(), KeyState.DISABLED, reason);
        audit.recordOwn(
                handle,
                key.workspaceId(),
                "key.disable",
                "key",
                key.keyId(),
                Map.of("reason", reason, "at_provider", observed.state()));
        LOG.warnf("key taken out of use key_id=%s at_provider=%s", key.keyId(), observed.state());
    }
}
