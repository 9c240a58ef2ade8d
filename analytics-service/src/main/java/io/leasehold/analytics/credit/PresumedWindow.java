package io.leasehold.analytics.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A window of a key in which something is presumed spent.
 *
 * @param billedSince since when the key's charges can be found on its account's bill
 * @param credited all that was ever found not to be billed
 */
record PresumedWindow(
        UUID workspaceId,
        UUID keyId,
        UUID accountId,
        String period,
        Instant windowStart,
        Instant billedSince,
        BigDecimal presumed,
        BigDecimal credited) {}
