package io.leasehold.distribution.node;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.event.RateLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node may lease. Lists that are empty forbid nothing.
 *
 * @param models it may ask for; then it must say which, as all would be too many
 * @param tags one of which a key must have
 * @param maxLeases how many it may have at once; null is any number
 * @param rates how fast each of its leases may be used at most; null in what was kept before there were any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NodePolicy(
        List<String> providers,
        List<String> models,
        List<LeaseMode> modes,
        List<String> tags,
        @Nullable Integer maxLeases,
        @Nullable RateLimits rates) {
    public NodePolicy {
        providers = providers == null ? List.of() : List.copyOf(providers);
        models = models == null ? List.of() : List.copyOf(models);
        modes = modes == null ? List.of() : List.copyOf(modes);
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    public RateLimits rateLimits() {
        return rates == null ? RateLimits.NONE : rates;
    }
}
