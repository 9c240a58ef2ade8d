package io.leasehold.contracts.hold;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * Names a window.
 *
 * @param windowStart the beginning of the day or month in the limit's zone; the epoch for periods that never reset
 */
public record WindowKey(UUID workspaceId, Scope scope, String scopeId, Period period, Instant windowStart)
        implements Comparable<WindowKey> {

    /** The order in which windows are locked, everywhere, so that nobody waits for each other in a circle. */
    private static final Comparator<WindowKey> LOCK_ORDER = Comparator.comparing(WindowKey::scope)
            .thenComparing(WindowKey::scopeId)
            .thenComparing(WindowKey::period)
            .thenComparing(WindowKey::windowStart)
            .thenComparing(WindowKey::workspaceId);

    @Override
    public int compareTo(WindowKey other) {
        return LOCK_ORDER.compare(this, other);
    }
}
