package io.leasehold.sim.openrouter;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.LedgerFilter;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.provider.World;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /key}: what a key can learn about itself. */
final class CurrentKeyEndpoint {
    private static final int FREE_REQUESTS_A_DAY = 1000;
    private static final RateLimit NO_RATE_LIMIT = new RateLimit("10s", -1, "deprecated, ignore");

    private final World world;
    private final OpenRouterCalls calls;
    private final KeyUsage usage;

    CurrentKeyEndpoint(World world, OpenRouterCalls calls, KeyUsage usage) {
        this.world = world;
        this.calls = calls;
        this.usage = usage;
    }

    record View(
            String label,
            @JsonUnwrapped KeySpend spend,
            @JsonProperty("is_free_tier") boolean freeTier,
            @JsonProperty("is_management_key") boolean managementKey,
            @JsonProperty("is_provisioning_key") boolean provisioningKey,
            String creatorUserId,
            @Nullable Instant expiresAt,
            @Nullable String organizationId,
            String workspaceId,
            List<String> allowedDataRegions,
            DailyRequests freeModelDailyRequests,
            RateLimit rateLimit) {}

    record DailyRequests(int limit, long remaining, long used) {}

    record RateLimit(String interval, int requests, String note) {}

    void get(Exchange exchange) {
        calls.withAnyKey(exchange, key -> new Envelope(view(key)));
    }

    private View view(SimKey key) {
        boolean management = key.kind() == KeyKind.MANAGEMENT;
        return new View(
                key.hint(),
                KeySpend.of(key, usage),
                false,
                management,
                management,
                Account.USER_ID,
                key.expiresAt(),
                null,
                KeyView.workspace(key),
                List.of("global"),
                freeRequests(),
                NO_RATE_LIMIT);
    }

    private DailyRequests freeRequests() {
        Instant midnight = usage.today().atStartOfDay(ZoneOffset.UTC).toInstant();
        LedgerFilter today = new LedgerFilter(null, Provider.OPENROUTER, midnight, null);
        long used = world.ledger().rows().stream()
                .filter(today::accepts)
                .filter(row -> row.rate().isFree())
                .mapToLong(LedgerRow::requests)
                .sum();
        return new DailyRequests(FREE_REQUESTS_A_DAY, Math.max(0, FREE_REQUESTS_A_DAY - used), used);
    }
}
