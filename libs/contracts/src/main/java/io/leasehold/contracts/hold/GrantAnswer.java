package io.leasehold.contracts.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was granted, one slice per ask and one share per ask for a share, in that order.
 *
 * @param termSeconds how long the holds last without being renewed, and a share without being asked about again, counted
 *     from when the request was sent
 * @param emergencySeconds for how long after that a workspace that fails open may go on with what was lent, at most; null from
 *     an arbiter that does not say
 */
public record GrantAnswer(
        int termSeconds,
        List<Slice> slices,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Share> shares,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer emergencySeconds) {
    public GrantAnswer {
        // An arbiter from before there were rate limits says nothing of them.
        shares = shares == null ? List.of() : shares;
    }

    public GrantAnswer(int termSeconds, List<Slice> slices) {
        this(termSeconds, slices, List.of(), null);
    }

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

    /**
     * @param limit the whole limit; null when there is none, and then no permit is needed
     * @param granted all permits that were ever granted to this share
     * @param keep how many permits the replica may use; what it has above that it gives back as they come free
     */
    public record Share(UUID shareId, @Nullable Long limit, long granted, long keep) {}
}
