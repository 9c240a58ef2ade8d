package io.leasehold.key.apikey;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.RevocationOutcome;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes a key together with the event that tells of it, in the caller's transaction. */
@ApplicationScoped
public class KeyChanges {
    private final Outbox outbox;
    private final Clock clock;

    KeyChanges(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Does nothing where the key is in that state for that reason already. Once it is revoked it names no secret. */
    public void changeState(Handle handle, UUID workspaceId, UUID keyId, KeyState state, @Nullable String reason) {
        changeState(handle, workspaceId, keyId, state, reason, null);
    }

    /** The same, with what came of its revocation. */
    public void changeState(
            Handle handle,
            UUID workspaceId,
            UUID keyId,
            KeyState state,
            @Nullable String reason,
            @Nullable RevocationOutcome outcome) {
        if (ApiKeyStore.changeState(handle, workspaceId, keyId, state, reason, outcome, clock.instant())) {
            publish(handle, EventType.KEY_STATE_CHANGED, workspaceId, keyId);
        }
    }

    /** Lets requests that are under way finish while no new ones begin. Does nothing to a key that isn't active. */
    public void drain(Handle handle, UUID workspaceId, UUID keyId, @Nullable String reason) {
        if (ApiKeyStore.drain(handle, workspaceId, keyId, reason, clock.instant())) {
            publish(handle, EventType.KEY_STATE_CHANGED, workspaceId, keyId);
        }
    }

    /** The provider accepted its secret just now. */
    ApiKey verified(Handle handle, UUID workspaceId, UUID keyId) {
        ApiKeyStore.verified(handle, workspaceId, keyId, clock.instant());
        return publish(handle, EventType.KEY_VERIFIED, workspaceId, keyId);
    }

    /** What is told of it is different; events of a key's state carry all of it. */
    ApiKey described(Handle handle, ApiKey changed) {
        ApiKeyStore.describe(handle, changed, clock.instant());
        return publish(handle, EventType.KEY_STATE_CHANGED, changed.workspaceId(), changed.keyId());
    }

    /** It is known now which of the provider's keys it is. */
    ApiKey bound(Handle handle, UUID workspaceId, UUID keyId, String providerKeyId) {
        ApiKeyStore.bind(handle, workspaceId, keyId, providerKeyId, clock.instant());
        return publish(handle, EventType.KEY_VERIFIED, workspaceId, keyId);
    }

    /**
     * Serves the other of its two secrets, which is then the one that this one was.
     *
     * @throws ConflictProblem when another key has come to be the same at the provider
     * @throws IllegalStateException where it has no other, or has ended
     */
    public ApiKey swapSecrets(Handle handle, UUID workspaceId, UUID keyId) {
        KeySecret served = ApiKeyStore.lock(handle, workspaceId, keyId).secret();
        KeySecret other = KeySecretStore.find(handle, workspaceId, keyId)
                .orElseThrow(() -> new IllegalStateException("The key has no other secret."));
        KeySecretStore.put(handle, served);
        ApiKeyStore.serve(handle, other, clock.instant());
        return publish(handle, EventType.KEY_ROTATED, workspaceId, keyId);
    }

    private ApiKey publish(Handle handle, EventType type, UUID workspaceId, UUID keyId) {
        ApiKey key = ApiKeyStore.get(handle, workspaceId, keyId);
        outbox.append(handle, type, key.view());
        return key;
    }
}
