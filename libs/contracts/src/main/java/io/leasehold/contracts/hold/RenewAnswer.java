package io.leasehold.contracts.hold;

import java.util.List;
import java.util.UUID;

/**
 * @param termSeconds how long the holds last from the sending of the request
 * @param known false when the holds ran out before: the replica must forget its slices and go on with a new boot id
 * @param ended those of the leases that may no longer be used
 */
public record RenewAnswer(int termSeconds, boolean known, List<UUID> ended) {}
