package io.leasehold.sim.openrouter;

import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.NanoUsd;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds keys to their spend limits: a request is let in only if its worst case still fits beside those in flight. */
final class KeyBudgets {
    private final KeyUsage usage;
    private final Map<String, NanoUsd> inFlight = new HashMap<>();

    KeyBudgets(KeyUsage usage) {
        this.usage = usage;
    }

    /**
     * @return to be run once the request is on the bill
     * @throws OpenRouterError 402, naming which limit it was
     */
    Runnable admit(SimKey key, NanoUsd worstCase) {
        if (key.limit().amount() == null) {
            return () -> {};
        }
        NanoUsd limit = NanoUsd.of(key.limit().amount());
        synchronized (this) {
            NanoUsd wanted = usage.spent(key, key.limit().reset()).plus(worstCase);
            NanoUsd flying = inFlight.getOrDefault(key.id(), NanoUsd.ZERO);
            if (wanted.nanos() > limit.nanos()) {
                throw new OpenRouterError(OpenRouterErrorKind.KEY_LIMIT);
            }
            if (wanted.plus(flying).nanos() > limit.nanos()) {
                throw new OpenRouterError(OpenRouterErrorKind.IN_FLIGHT_BUDGET);
            }
            inFlight.put(key.id(), flying.plus(worstCase));
        }
        return () -> release(key.id(), worstCase);
    }

    private synchronized void release(String keyId, NanoUsd worstCase) {
        inFlight.computeIfPresent(keyId, (id, flying) -> nonZero(flying.minus(worstCase)));
    }

    private static @Nullable NanoUsd nonZero(NanoUsd amount) {
        return amount.nanos() == 0 ? null : amount;
    }
}
