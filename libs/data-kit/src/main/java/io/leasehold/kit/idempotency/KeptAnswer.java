package io.leasehold.kit.idempotency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call that came before.
 *
 * @param finished whether its effect is there; everything below is null before
 * @param status the first answer's; null where only the resource's id is kept
 * @param body the first answer's JSON
 * @param resourceId what it made or found, where the answer is made anew
 */
record KeptAnswer(
        byte[] fingerprint,
        boolean finished,
        @Nullable Integer status,
        @Nullable String location,
        @Nullable String body,
        @Nullable UUID resourceId) {}
