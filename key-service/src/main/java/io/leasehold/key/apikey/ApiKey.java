package io.leasehold.key.apikey;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.RevocationOutcome;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.kit.secret.SecretPath;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key of the pool, without its secret.
 *
 * @param label what people note of it
 * @param endpoint of its account; null for the provider's own address
 * @param providerKeyId the provider's own id of it; null until it is bound
 * @param bindingCandidate what its hint points to, until an admin confirms it
 * @param secretVersion in the secret store; null once it is destroyed
 * @param rotateAfterDirect whether it gets another secret once a lease has ended that its secret was given to
 * @param reason why it is in its state, where that needs a reason
 * @param outcome what came of its revocation, or why that does not go on
 * @param fingerprint tells whether another secret is the same
 * @param verifiedAt when the provider last accepted it; null if it never was asked or never did
 * @param expiresAt when it ends at the provider by itself; null for never, or where that isn't known
 */
public record ApiKey(
        UUID workspaceId,
        UUID keyId,
        UUID accountId,
        String accountName,
        String provider,
        @Nullable URI endpoint,
        String name,
        @Nullable String label,
        KeyState state,
        String masked,
        String last4,
        byte[] fingerprint,
        @Nullable String providerKeyId,
        @Nullable String bindingCandidate,
        @Nullable Integer secretVersion,
        boolean directAllowed,
        boolean rotateAfterDirect,
        List<String> models,
        List<String> tags,
        @Nullable String reason,
        @Nullable RevocationOutcome outcome,
        long version,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant expiresAt) {

    public SecretPath secretPath() {
        return SecretPath.ofKey(workspaceId, keyId);
    }

    /**
     * The secret that it names.
     *
     * @throws IllegalStateException where it is revoked and has none
     */
    public KeySecret secret() {
        if (secretVersion == null) {
            throw new IllegalStateException("A key that has ended names no secret.");
        }
        return new KeySecret(
                workspaceId,
                keyId,
                secretVersion,
                masked,
                last4,
                fingerprint,
                providerKeyId,
                bindingCandidate,
                verifiedAt,
                expiresAt);
    }

    /** The same key, as if it named another of its secrets. */
    public ApiKey with(KeySecret other) {
        return new ApiKey(
                workspaceId,
                keyId,
                accountId,
                accountName,
                provider,
                endpoint,
                name,
                label,
                state,
                other.masked(),
                other.last4(),
                other.fingerprint(),
                other.providerKeyId(),
                other.bindingCandidate(),
                other.secretVersion(),
                directAllowed,
                rotateAfterDirect,
                models,
                tags,
                reason,
                outcome,
                version,
                createdAt,
                changedAt,
                other.verifiedAt(),
                other.expiresAt());
    }

    /** Whether it has ended, or is about to. */
    public boolean isEnding() {
        return switch (state) {
            case ACTIVE, DISABLED, DRAINING, RETIRED -> false;
            case REVOKING, REVOKED, STUCK, AWAITING_MANUAL -> true;
        };
    }

    /** The same key, told about otherwise. */
    ApiKey described(
            String otherName,
            @Nullable String otherLabel,
            List<String> otherModels,
            List<String> otherTags,
            boolean otherDirectAllowed,
            boolean otherRotateAfterDirect) {
        return new ApiKey(
                workspaceId,
                keyId,
                accountId,
                accountName,
                provider,
                endpoint,
                otherName,
                otherLabel,
                state,
                masked,
                last4,
                fingerprint,
                providerKeyId,
                bindingCandidate,
                secretVersion,
                otherDirectAllowed,
                otherRotateAfterDirect,
                otherModels,
                otherTags,
                reason,
                outcome,
                version,
                createdAt,
                changedAt,
                verifiedAt,
                expiresAt);
    }

    KeyView view() {
        return new KeyView(
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
                createdAt,
                changedAt,
                rotateAfterDirect ? true : null);
    }
}
