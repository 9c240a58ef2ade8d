package io.leasehold.analytics.repricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a repricing comes to.
 *
 * @param requests how many were looked at
 * @param changed how many of them have another cost now
 * @param priced how many of those had none
 * @param unpriced how many have none after it
 * @param before the sum of the costs that were known, in USD
 * @param after the sum of the costs that are known, in USD
 */
record RepricingSums(long requests, long changed, long priced, long unpriced, BigDecimal before, BigDecimal after) {
    static final RepricingSums NONE = new RepricingSums(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    /** @param former what a request cost, and what it costs now; null where that is not known */
    RepricingSums plus(@Nullable BigDecimal former, @Nullable BigDecimal now) {
        boolean differs = former == null ? now != null : now == null || former.compareTo(now) != 0;
        return new RepricingSums(
                requests + 1,
                changed + (differs ? 1 : 0),
                priced + (former == null && now != null ? 1 : 0),
                unpriced + (now == null ? 1 : 0),
                former == null ? before : before.add(former),
                now == null ? after : after.add(now));
    }
}
