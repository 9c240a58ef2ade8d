package io.leasehold.gateway.key;

import io.leasehold.contracts.event.KeyView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keys that a provider has just refused: for a while others of their pool are preferred. What one replica knows, gone with
 * it; a secret that takes another's place begins anew. From any thread.
 */
@Singleton
public class Cooldowns {
    private final Map<UUID, Cooldown> byKey = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Cooldown(@Nullable Integer secretVersion, Instant until) {}

    Cooldowns(Clock clock) {
        this.clock = clock;
    }

    public void begin(KeyView key, Duration length) {
        if (length.isPositive()) {
            byKey.put(
                    key.keyId(),
                    new Cooldown(key.secretVersion(), clock.instant().plus(length)));
        }
    }

    boolean isOver(KeyView key) {
        if (byKey.isEmpty()) {
            return true;
        }
        Cooldown cooldown = byKey.get(key.keyId());
        if (cooldown == null) {
            return true;
        }
        boolean over = !clock.instant().isBefore(cooldown.until)
                || !Objects.equals(cooldown.secretVersion, key.secretVersion());
        if (over) {
            byKey.remove(key.keyId(), cooldown);
        }
        return over;
    }

    void forget(UUID keyId) {
        byKey.remove(keyId);
    }
}
