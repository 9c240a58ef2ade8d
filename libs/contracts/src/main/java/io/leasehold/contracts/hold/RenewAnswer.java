package io.leasehold.contracts.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param termSeconds how long the holds last from the sending of the request
 * @param known false when the holds ran out before: the replica must forget its slices and go on with a new boot id
 * @param ended those of the leases that may no longer be used
 * @param emergencySeconds as in {@link GrantAnswer}
 */
public record RenewAnswer(
        int termSeconds,
        boolean known,
        List<UUID> ended,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer emergencySeconds) {}
