package io.leasehold.gateway.hold;

import io.leasehold.providers.price.NanoUsd;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What is kept for the time when the arbiter can't be reached. Workspaces that fail open have more lent to them beforehand,
 * which is not given back when it lies idle, and go on with what is lent after its term. The arbiter counts that as presumed
 * spent by then and lends it to nobody else, so that no more is ever admitted than was lent.
 *
 * @param open whether a workspace fails open
 * @param share how much of each limit is kept
 * @param most no more than this of any limit, in nano-USD
 * @param lasting for how long after the term, in nanoseconds
 * @param idleAfter how long a slice may lie unused before that goes back too, in nanoseconds
 */
record Emergency(Predicate<UUID> open, BigDecimal share, long most, long lasting, long idleAfter) {
    static final Emergency NONE = new Emergency(workspace -> false, BigDecimal.ZERO, 0, 0, 0);

    static Emergency of(HoldConfig.EmergencyReserve config, Predicate<UUID> open) {
        return new Emergency(
                open,
                config.share(),
                NanoUsd.ofLimit(config.most()),
                config.lasting().toNanos(),
                config.idleAfter().toNanos());
    }

    /** How much of a limit is kept, in nano-USD. */
    long reserve(UUID workspaceId, BigDecimal limit) {
        return open.test(workspaceId) ? Math.min(most, NanoUsd.ofLimit(limit.multiply(share))) : 0;
    }

    /** @param over how long ago the term has ended, in nanoseconds */
    boolean admits(UUID workspaceId, long over) {
        return over < lasting && open.test(workspaceId);
    }
}
