package io.leasehold.sim.key;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** Makes keys in the form of their provider. */
public final class KeyMaker {
    /** As much as the longest secret uses. */
    public static final int ENTROPY_BYTES = 96;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public KeyMaker(InstantSource clock) {
        this.clock = clock;
    }

    public SimKey make(SecretFormat format, NewKey order) {
        String secret = order.secret();
        if (secret == null) {
            byte[] entropy = new byte[ENTROPY_BYTES];
            random.nextBytes(entropy);
            secret = format.mint(order.kind(), entropy);
        }
        return make(format, order, secret, clock.instant());
    }

    static SimKey make(SecretFormat format, NewKey order, String secret, Instant createdAt) {
        return new SimKey(
                format.idOf(secret),
                format.provider(),
                order.kind(),
                secret,
                format.hintOf(secret),
                order.name(),
                KeyStatus.ACTIVE,
                createdAt,
                null,
                order.expiresAt(),
                order.workspaceId(),
                order.limit());
    }
}
