package io.leasehold.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.RevocationOutcome;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it stands, without its secret.
 *
 * @param endpoint where requests with this key go; null means the provider's own address
 * @param masked the secret's beginning and its last four characters
 * @param providerKeyId the provider's own id of this key; null until it is bound
 * @param secretVersion the version to read from the secret store, and no other; null once it is destroyed
 * @param models the models it may be used for; empty means all
 * @param reason why it is in its state, where that needs a reason
 * @param outcome what came of its revocation, or why that does not go on; null for a key that isn't revoked
 * @param rotateAfterDirect whether it gets another secret once a lease has ended that its secret was given to; null
 *     where it doesn't
 */
public record KeyView(
        UUID keyId,
        UUID workspaceId,
        UUID accountId,
        String provider,
        String name,
        KeyState state,
        String masked,
        String last4,
        @Nullable URI endpoint,
        @Nullable String providerKeyId,
        @Nullable Integer secretVersion,
        boolean directAllowed,
        List<String> models,
        List<String> tags,
        @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RevocationOutcome outcome,
        long version,
        Instant addedAt,
        Instant changedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean rotateAfterDirect)
        implements EventData {

    /** One that keeps its secret whatever becomes of its leases. */
    public KeyView(
            UUID keyId,
            UUID workspaceId,
            UUID accountId,
            String provider,
            String name,
            KeyState state,
            String masked,
            String last4,
            @Nullable URI endpoint,
            @Nullable String providerKeyId,
            @Nullable Integer secretVersion,
            boolean directAllowed,
            List<String> models,
            List<String> tags,
            @Nullable String reason,
            @Nullable RevocationOutcome outcome,
            long version,
            Instant addedAt,
            Instant changedAt) {
        this(
                keyId,
                workspaceId,
                accountId,
                provider,
                name,
                state,
                masked,
                last4,
                endpoint,
                providerKeyId,
                secretVersion,
                directAllowed,
                models,
                tags,
                reason,
                outcome,
                version,
                addedAt,
                changedAt,
                null);
    }

    @Override
    public String aggregateKey() {
        return keyId.toString();
    }
}
