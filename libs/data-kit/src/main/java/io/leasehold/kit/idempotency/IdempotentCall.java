package io.leasehold.kit.idempotency;

import java.util.Arrays;
import java.util.UUID;

/**
 * One call that may come again.
 *
 * @param caller issuer and subject: two callers' keys never meet
 * @param key as the caller sent it
 * @param fingerprint of path and body, keyed
 * @param claim this attempt's right to finish the call
 */
record IdempotentCall(UUID workspaceId, String caller, String key, byte[] fingerprint, UUID claim) {
    boolean isSameRequest(byte[] other) {
        return Arrays.equals(fingerprint, other);
    }
}
