package io.leasehold.distribution.lease;

import io.leasehold.kit.caller.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node asks for a lease.
 *
 * @param before the lease that it got when it asked the same before; null where it did not, or does not say
 * @param traceParent the trace that its call is part of; null for none
 */
record Ask(
        Caller caller,
        AskCommand command,
        @Nullable UUID before,
        @Nullable String traceParent) {}
