package io.leasehold.contracts.hold;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was granted, one slice per ask and in that order.
 *
 * @param termSeconds how long the holds last without being renewed, counted from when the request was sent
 */
public record GrantAnswer(int termSeconds, List<Slice> slices) {
    /**
     * @param windowEnd until when the slice admits; null for periods that never reset
     * @param limit the window's limit in USD; null when it has none, and then nothing needs to be held
     * @param granted all that this replica was ever granted of this window
     * @param remaining what nobody holds or has spent, after this grant; null when there is no limit
     * @param refused whether {@code need} could not be met
     */
    public record Slice(
            WindowKey window,
            @Nullable Instant windowEnd,
            @Nullable BigDecimal limit,
            BigDecimal granted,
            @Nullable BigDecimal remaining,
            boolean refused) {}
}
